import { createConversationDesk } from "../../../src/adapters/prisma/console/conversations.ts";
import { createDutyRoster } from "../../../src/adapters/prisma/console/duty.ts";
import { createRequestDesk } from "../../../src/adapters/prisma/console/requests.ts";
import { newId } from "../../../src/adapters/prisma/ids.ts";
import { TEST_DAY } from "../app.ts";
import type { TestConsole } from "../console.ts";
import { agree, DAY, deskOver, enterprise, HOUR } from "../registry.ts";

/** Two people who chat (one waits, one is talked to), their requests, a shift, and two records of one enterprise. */
export async function talkSamples({ database, member }: TestConsole) {
  const { desk, person } = deskOver(database);
  const talks = createConversationDesk(desk);
  const requests = createRequestDesk(desk);
  const officer = await member("officer", { name: "Hồ Thị Trực" });
  const by = { actor: officer.id, now: TEST_DAY };

  const asks = async (chat: string, name: string, taxId: string | null) => {
    const one = await person(chat);
    const outcome = await one.does({
      kind: "submit_request",
      requestKind: "so_hoa",
      description: "Cần máy in nhãn có mã truy xuất cho 12 loại rau.",
      enterprise: enterprise({ name, taxId }),
      submitter: { name, phone: "0905123456" },
      fileIds: [],
      background: ["Hỏi về mã số mã vạch", "Trợ lý gợi ý lớp ngày 04/12"],
      consents: [agree("registration")],
    });
    if (outcome.kind !== "request_received") throw new Error(outcome.kind);
    const { id, revision } = await database.client.supportRequest.findUniqueOrThrow({
      where: { code: outcome.code },
    });
    await says(one.conversationId, chat, "Tôi muốn gặp cán bộ hỏi thêm về hồ sơ.");
    return { conversationId: one.conversationId, at: { id, revision } };
  };
  const says = async (conversationId: string, chat: string, text: string) => {
    const { nextSeq } = await database.client.conversation.update({
      where: { id: conversationId },
      data: { nextSeq: { increment: 1 } },
    });
    await database.client.inboxMessage.create({
      data: {
        id: newId(),
        conversationId,
        externalId: newId(),
        seq: nextSeq - 1,
        sender: chat,
        senderName: "Lê Thị Hoa",
        isGroup: false,
        mentioned: false,
        sentAt: TEST_DAY,
        notBefore: TEST_DAY,
        content: JSON.stringify({ kind: "text", text }),
        receivedAt: TEST_DAY,
        status: "done",
      },
    });
  };

  const held = await asks("hoa", "HTX Rau Sạch", null);
  const waiting = await asks("binh", "HTX Rau Sạch", null);
  await talks.take(by, held.conversationId);
  await talks.say(by, held.conversationId, { text: "Chào chị, tôi là cán bộ của Sở." });
  await database.client.conversation.update({
    where: { id: waiting.conversationId },
    data: { holdState: "waiting_staff", holdSince: new Date(TEST_DAY.getTime() - HOUR / 2) },
  });
  await requests.answer(by, held.at, "Sở đã nhận hồ sơ và đang xem.", "in_progress");
  await database.client.supportRequest.update({
    where: { id: waiting.at.id },
    data: { dueAt: new Date(TEST_DAY.getTime() - 5 * DAY) },
  });
  await createDutyRoster(desk).add(by, {
    staffId: officer.id,
    startsAt: new Date(TEST_DAY.getTime() + HOUR),
    endsAt: new Date(TEST_DAY.getTime() + 4 * HOUR),
  });
  const account = { channel: "telegram", account: "4477", linkedAt: TEST_DAY };
  await database.client.staffGroup.create({
    data: { id: newId(), ...account, chat: "-100200", linkedBy: officer.id },
  });
  await database.client.staffChannel.create({
    data: { id: newId(), ...account, sender: "77", chat: "77", staffId: officer.id },
  });
  const conversation = `/can-bo/tro-chuyen/${held.conversationId}`;
  return {
    "/can-bo/tro-chuyen/:id": conversation,
    "/can-bo/tro-chuyen/:id/dien-bien": `${conversation}/dien-bien`,
    "/can-bo/tro-chuyen/:id/tiep-quan": `${conversation}/tiep-quan`,
    "/can-bo/yeu-cau/:id": `/can-bo/yeu-cau/${held.at.id}`,
  };
}
