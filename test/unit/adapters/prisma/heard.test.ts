import { expect, it } from "vitest";
import { createCommandExecutor } from "../../../../src/adapters/prisma/commands/execute.ts";
import { createConversations } from "../../../../src/adapters/prisma/conversations.ts";
import { createFiles } from "../../../../src/adapters/prisma/files.ts";
import { obeyRetention } from "../../../../src/adapters/prisma/jobs/retention.ts";
import {
  NEW_CONVERSATION,
  type ClaimedMessage,
  type Turn,
} from "../../../../src/conversation/conversations.ts";
import { DEFAULT_RETENTION } from "../../../../src/registry/retention.ts";
import { eachDatabase } from "../../../support/database.ts";
import { calendar, later, NOW } from "../../../support/registry.ts";
import { OGG } from "../../../support/recordings.ts";

const ADDRESS = { channel: "test", account: "bot", chat: "ba" };
const DAY = 86_400_000;

eachDatabase("a voice message in the store", (given) => {
  const store = () => createConversations(given.database, createCommandExecutor({ calendar }));
  const files = () => createFiles(given.database);
  const claims = async (owner = "a", at = NOW): Promise<ClaimedMessage> => {
    const claimed = await store().claim(owner, at);
    if (!claimed) throw new Error("nothing to claim");
    return claimed;
  };
  const speaks = async (id = "1") => {
    const file = { name: "tin-thoai.ogg", mediaType: "audio/ogg", content: new Uint8Array(OGG) };
    const ref = await files().keep(ADDRESS, file, NOW);
    const content = { kind: "files", files: [ref], text: "" } as const;
    const who = { sender: "ba", senderName: null, isGroup: false, mentioned: true };
    await store().accept({ id, from: ADDRESS, ...who, content, sentAt: NOW });
    return ref;
  };
  const turn = (claimed: ClaimedMessage, more: Partial<Turn> = {}): Turn => ({
    claimed,
    command: null,
    conclude: () => ({ state: NEW_CONVERSATION, replies: [] }),
    now: NOW,
    ...more,
  });

  it("becomes its words and is taken anew, its recording gone", async () => {
    const ref = await speaks();
    expect(await store().heard(await claims(), "mã vạch giá bao nhiêu")).toBe(true);
    expect(await files().read(ADDRESS, ref.id)).toBeNull();
    const again = await claims();
    expect(again.message.content).toEqual({ kind: "text", text: "mã vạch giá bao nhiêu", spoken: true });
    expect(again.isSpent).toBe(false);
    expect(await store().commit(turn(again))).toEqual({ kind: "committed" });
    expect(await store().claim("a", NOW)).toBeNull();
  });

  it("is not heard by one whose lease ran out: the other has it, and the recording", async () => {
    const ref = await speaks();
    const slow = await claims("a");
    const quick = await claims("b", later(60_000));
    expect(await store().heard(slow, "nghe muộn")).toBe(false);
    expect(await files().read(ADDRESS, ref.id)).not.toBeNull();
    expect(await store().heard(quick, "nghe kịp")).toBe(true);
  });

  it("that was put aside is answered once its person agreed, in the same step in which the consent is kept", async () => {
    await speaks("1");
    await store().commit(turn(await claims()));
    const who = { sender: "ba", senderName: null, isGroup: false, mentioned: true };
    const content = { kind: "text", text: "đồng ý" } as const;
    await store().accept({ id: "2", from: ADDRESS, ...who, content, sentAt: NOW });
    const consent = { purpose: "voice", noticeVersion: "1", wording: "chuyển thành chữ" } as const;
    await store().commit(turn(await claims(), { command: { kind: "give_consent", consent }, takesUp: "1" }));
    expect(await given.database.client.consent.findMany()).toMatchObject([
      { purpose: "voice", wording: "chuyển thành chữ", messageId: "2", withdrawnAt: null },
    ]);
    expect((await claims()).message.id).toBe("1");
  });

  it("leaves no file behind that a turn needs no longer, nor a recording that nobody may hear for a day", async () => {
    const dropped = await speaks("1");
    await store().commit(turn(await claims(), { drops: [dropped.id] }));
    expect(await files().read(ADDRESS, dropped.id)).toBeNull();
    const left = await speaks("2");
    const desk = { database: given.database, calendar };
    await obeyRetention(desk, DEFAULT_RETENTION, later(DAY - 1000));
    expect(await files().read(ADDRESS, left.id)).not.toBeNull();
    await obeyRetention(desk, DEFAULT_RETENTION, later(DAY + 1000));
    expect(await files().read(ADDRESS, left.id)).toBeNull();
  });
});
