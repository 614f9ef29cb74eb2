import type { AssociationSheets, Invitee, NeedLine } from "../../console/associations/port.ts";
import { needTopicInWords } from "../../registry/need-topics.ts";
import { sheetOf, writeXlsx } from "./xlsx.ts";

export function createAssociationSheets(): AssociationSheets {
  return {
    needs: (needs) =>
      writeXlsx([
        sheetOf<NeedLine>(
          "Nhu cầu",
          [
            { kind: "text", header: "Đơn vị", width: 38, value: ({ enterprise }) => enterprise },
            { kind: "text", header: "Xã, phường", value: ({ commune }) => commune },
            { kind: "text", header: "Khu vực (huyện cũ)", value: ({ area }) => area },
            { kind: "text", header: "Nội dung", width: 36, value: ({ topic }) => needTopicInWords(topic) },
            { kind: "number", header: "Năm", value: ({ year }) => year },
            { kind: "number", header: "Quý", value: ({ quarter }) => quarter },
            { kind: "number", header: "Số người", value: ({ people }) => people },
            { kind: "text", header: "Nguồn", value: ({ source }) => source },
            { kind: "text", header: "Lớp đáp ứng", width: 36, value: ({ metBy }) => metBy },
            { kind: "day", header: "Ngày đáp ứng", value: ({ metAt }) => metAt },
          ],
          needs,
        ),
      ]),
    invitees: (invitees) =>
      writeXlsx([
        sheetOf<Invitee>(
          "Mời dự lớp",
          [
            { kind: "text", header: "Đơn vị", width: 38, value: ({ enterprise }) => enterprise },
            { kind: "text", header: "Xã, phường", value: ({ commune }) => commune },
            { kind: "text", header: "Nội dung", width: 36, value: ({ topic }) => needTopicInWords(topic) },
            { kind: "text", header: "Người liên hệ", value: ({ name }) => name },
            { kind: "text", header: "SĐT", width: 16, value: ({ phone }) => phone },
            { kind: "text", header: "Kênh nhắn được", value: ({ channels }) => channels.join(", ") },
          ],
          invitees,
        ),
      ]),
  };
}
