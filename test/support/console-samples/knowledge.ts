import { createChannelStates } from "../../../src/adapters/prisma/channel-states.ts";
import { draftItem, submitItem } from "../../../src/adapters/prisma/staff/knowledge.ts";
import type { ItemWords } from "../../../src/registry/knowledge-items.ts";
import { TEST_DAY } from "../app.ts";
import { asks } from "../asked.ts";
import type { TestConsole } from "../console.ts";
import { Person } from "../person.ts";
import { calendar } from "../registry.ts";

const WORDS: ItemWords = {
  question: "Sân bay gần nhà máy cần đo độ ồn không?",
  variants: ["do on san bay"],
  answer: "Cần giấy thử số 3, nộp trong 7 ngày.",
  document: "9/CV-THỬ",
  documentTitle: "Công văn thử",
  section: "mục 2",
  validFrom: null,
  expiresOn: "2027-06-30",
};

/** What nobody could answer, an answer that waits for somebody to publish it, and channels in trouble. */
export async function knowledgeSamples({ database }: TestConsole) {
  const { client } = database;
  const ba = await Person.at(database);
  await ba.says("xe máy điện lắp ráp trong tỉnh cần chứng nhận gì");
  await ba.says("mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp");
  await ba.leaves();
  const { id: conversation } = await client.conversation.findFirstOrThrow({ where: { channel: "web" } });
  const gap = await client.askedQuestion.findFirstOrThrow({ where: { gap: "open" } });
  const asked = await client.askedQuestion.findFirstOrThrow({ where: { outcome: "answered" } });
  const noise = await asks(database, conversation, "đo ồn sân bay ra sao", { at: TEST_DAY });

  const desk = { database, calendar };
  const by = { actor: (await client.staff.findFirstOrThrow()).id, now: TEST_DAY };
  const { id: item } = await draftItem(desk, by, WORDS, [noise]);
  await submitItem(desk, by, { id: item, revision: 0 });
  const since = new Date(TEST_DAY.getTime() - 3_600_000);
  const trouble = { why: "Mã truy cập không còn dùng được.", at: since };
  const account = { account: "4477", since, isStandby: false };
  await createChannelStates(database).keep(
    "may-1-2044-a1b2c3d4",
    [
      { ...account, channel: "telegram", state: "stopped", why: trouble.why, lastTrouble: trouble },
      { ...account, channel: "zalo-oa", state: "ok", why: null, lastTrouble: null },
    ],
    TEST_DAY,
  );

  return {
    "/can-bo/cho-tra-loi/:id": `/can-bo/cho-tra-loi/${gap.id}`,
    "/can-bo/cho-tra-loi/:id/bo-qua": `/can-bo/cho-tra-loi/${gap.id}/bo-qua`,
    "/can-bo/cau-tra-loi/moi": `/can-bo/cau-tra-loi/moi?cau=${gap.id}`,
    "/can-bo/cau-tra-loi/:id": `/can-bo/cau-tra-loi/${item}`,
    "/can-bo/cau-tra-loi/:id/sua": `/can-bo/cau-tra-loi/${item}/sua`,
    "/can-bo/cau-tra-loi/:id/rut": `/can-bo/cau-tra-loi/${item}/rut`,
    "/can-bo/cau-hoi/:id": `/can-bo/cau-hoi/${asked.id}`,
  };
}
