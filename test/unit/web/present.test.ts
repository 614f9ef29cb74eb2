import { describe, expect, it } from "vitest";
import { present } from "../../../src/channels/web/present.ts";
import { createLibrary } from "../../../src/knowledge/library.ts";
import { smallKnowledge } from "../../support/small-knowledge.ts";

const library = createLibrary(smallKnowledge().documents);
const TODAY = "2026-11-23";

const citation = {
  document: "1/KH-UBND",
  title: "Kế hoạch thử",
  section: "I.3.b",
  kind: "tóm tắt",
  text: "Mỗi năm ít nhất 30.\nĐến 2025 có 10.",
  validity: "Đã kết thúc ngày 31/12/2025.",
} as const;

describe("what a page shows of a message", () => {
  it("leaves the basis to the citations and keeps the cautions", () => {
    const text =
      "Ít nhất 30.\n\nCăn cứ: 1/KH-UBND, mục I.3.b (tóm tắt).\nHiệu lực: đã hết.\nLưu ý: nên hỏi lại.";
    expect(present(text, [citation], library, TODAY).blocks).toEqual([
      { kind: "paragraph", text: "Ít nhất 30." },
      { kind: "paragraph", text: "Lưu ý: nên hỏi lại." },
    ]);
    // Without citations to unfold, the words are all there is.
    expect(present(text, [], library, TODAY).blocks).toHaveLength(4);
  });

  it("makes lists of the lines that are items", () => {
    expect(present("Ý nào?\n- một\n- hai\nhết", [], library, TODAY).blocks).toEqual([
      { kind: "paragraph", text: "Ý nào?" },
      { kind: "list", items: ["một", "hai"] },
      { kind: "paragraph", text: "hết" },
    ]);
  });

  it("gathers the places of one document under its status and address", () => {
    const second = { ...citation, section: "II.1" };
    const { bases } = present("", [citation, second], library, TODAY);
    expect(bases).toHaveLength(1);
    expect(bases[0]).toMatchObject({
      document: "1/KH-UBND",
      url: "/van-ban/kh-1-2021",
      standing: { tone: "expired", words: "Đã hết giai đoạn" },
    });
    expect(bases[0]?.places.map(({ section, url }) => [section, url])).toEqual([
      ["Mục I.3.b", "/van-ban/kh-1-2021#muc-i-3-b"],
      ["Mục II.1", null],
    ]);
    expect(bases[0]?.places[0]?.lines).toEqual(["Mỗi năm ít nhất 30.", "Đến 2025 có 10."]);
  });

  it("shows a citation of a document that is not at hand as it is", () => {
    const { bases } = present("", [{ ...citation, document: "7/QĐ-X" }], library, TODAY);
    expect(bases[0]).toMatchObject({ document: "7/QĐ-X", url: null, standing: null });
  });

  it("calls a guide by its title", () => {
    const { bases } = present("", [{ ...citation, document: "gioi-thieu" }], library, TODAY);
    expect(bases[0]).toMatchObject({
      document: "Giới thiệu cơ quan",
      title: "",
      standing: { words: "Bài hướng dẫn" },
    });
  });
});
