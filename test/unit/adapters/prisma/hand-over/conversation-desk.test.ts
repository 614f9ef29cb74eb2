import { expect, it } from "vitest";
import { createCommandExecutor } from "../../../../../src/adapters/prisma/commands/execute.ts";
import { createConversationDesk } from "../../../../../src/adapters/prisma/console/conversations.ts";
import { createConversations } from "../../../../../src/adapters/prisma/conversations.ts";
import { createFiles } from "../../../../../src/adapters/prisma/files.ts";
import { PRIORITY, say } from "../../../../../src/adapters/prisma/say.ts";
import type { Content } from "../../../../../src/conversation/message.ts";
import { LARGEST_FILES } from "../../../../../src/staffroom/limits.ts";
import { eachDatabase } from "../../../../support/database.ts";
import {
  agree,
  by,
  calendar,
  deskOver,
  enterprise,
  later,
  NOW,
  type Person,
} from "../../../../support/registry.ts";
import { employs, linksGroup } from "../../../../support/staff.ts";

const CALL = { kind: "call_staff", lastWords: "cứu", hold: true } as const;

eachDatabase("conversations as staff see them", (given) => {
  const here = () => deskOver(given.database);
  const desk = () => createConversationDesk(here().desk);

  async function writes(person: Person, id: string, content: Content, now = NOW): Promise<void> {
    const execute = createCommandExecutor({ calendar });
    const { address, sender } = person.who(now);
    await createConversations(given.database, execute, { now: () => now }).accept({
      id,
      from: address,
      sender,
      senderName: `Chị ${sender}`,
      isGroup: false,
      mentioned: true,
      content,
      sentAt: now,
    });
  }

  it("are listed by who waits, who is talked to, and who wrote lately", async () => {
    await employs(given.database, "lan", { name: "Trần Thị Lan" });
    await linksGroup(given.database);
    const { person } = here();
    const [hoa, binh, an, old] = [
      await person("hoa"),
      await person("bình"),
      await person("an"),
      await person("cũ"),
    ];
    await writes(old, "1", { kind: "text", text: "hôm kia" }, later(-2 * 86_400_000));
    await given.database.client.conversation.update({
      where: { id: old.conversationId },
      data: { lastMessageAt: later(-2 * 86_400_000) },
    });
    for (const one of [hoa, binh, an]) await writes(one, "1", { kind: "text", text: "x".repeat(500) });
    await binh.does(CALL);
    const called = await hoa.does(CALL, later(60_000));
    expect(await desk().waiting()).toEqual({ count: 2, since: NOW });
    expect(await desk().take(by, binh.conversationId)).toEqual({ kind: "done" });

    const live = await desk().live(later(60_000));
    expect(live.waiting).toMatchObject([
      {
        id: hoa.conversationId,
        channel: "test",
        person: "Chị hoa",
        hold: { state: "waiting_staff", by: null, since: later(60_000) },
        code: (called as { code: string }).code,
      },
    ]);
    expect(live.waiting[0]?.words).toHaveLength(161);
    expect(live.held).toMatchObject([
      {
        person: "Chị bình",
        words: null,
        hold: { state: "held", by: { id: "lan", name: "Trần Thị Lan" }, since: NOW },
      },
    ]);
    expect(live.lately).toMatchObject([{ id: an.conversationId, person: "Chị an", code: null, words: null }]);
    expect(await desk().waiting()).toEqual({ count: 1, since: later(60_000) });
  });

  it("show both sides with files, how the sending stands, and whom they belong to; looking is written down", async () => {
    const hoa = await here().person("hoa");
    const photo = await createFiles(given.database).keep(
      hoa.who(NOW).address,
      { name: "nhãn.png", mediaType: "image/png", content: new Uint8Array([1, 2, 3]) },
      NOW,
    );
    await writes(hoa, "1", { kind: "files", files: [photo], text: "nhãn đây" });
    await hoa.does({
      kind: "submit_request",
      requestKind: "so_hoa",
      description: "Cần máy",
      enterprise: enterprise(),
      submitter: { name: "Lê Thị Hoa", phone: "0905123456" },
      fileIds: [],
      background: [],
      consents: [agree("registration")],
    });
    await hoa.does(CALL);
    await desk().take(by, hoa.conversationId);
    const pdf = Buffer.from("%PDF-1.7 ÿ", "latin1");
    const files = [
      {
        name: "mẫu.pdf",
        mediaType: "application/pdf",
        content: pdf.toString("base64"),
        encoding: "base64" as const,
      },
    ];
    expect(await desk().say(by, hoa.conversationId, { text: "", files })).toEqual({ kind: "done" });
    const huge = [{ name: "to.txt", mediaType: "text/plain", content: "x".repeat(LARGEST_FILES + 1) }];
    expect(await desk().say(by, hoa.conversationId, { text: "", files: huge })).toEqual({
      kind: "too_large",
    });
    await given.database.client.$transaction((tx) =>
      say(
        tx,
        hoa.conversationId,
        { text: "nhắc lịch", choices: [{ label: "Xem", value: "go:classes" }] },
        { author: "bot", priority: PRIORITY.reminder, inReplyTo: null, now: NOW },
      ),
    );

    const view = await desk().one(hoa.conversationId);
    expect(view).toMatchObject({
      person: "Lê Thị Hoa",
      isGroup: false,
      hasEarlier: false,
      hold: { state: "held", by: { id: "lan" } },
      known: [
        {
          name: "Lê Thị Hoa",
          phone: "0905123456",
          enterprises: [{ name: "Hợp tác xã Rau sạch", status: "claimed" }],
          openRequests: [
            { kind: "so_hoa", status: "received" },
            { kind: "gap_can_bo", status: "in_progress" },
          ],
        },
      ],
    });
    expect(view?.lines).toMatchObject([
      { from: "person", text: "nhãn đây", sender: "Chị hoa", files: [photo], delivery: null },
      { from: "bot", delivery: "on_its_way" },
      { from: "staff", text: "Cán bộ gửi tệp: mẫu.pdf", files: [{ name: "mẫu.pdf", bytes: pdf.byteLength }] },
      { from: "bot", text: "nhắc lịch", choices: ["Xem"], delivery: "held_back" },
    ]);
    const sent = view?.lines[2]?.files[0]?.id ?? "";
    const fetched = await desk().file(hoa.conversationId, sent);
    expect(Buffer.from(fetched?.content ?? [])).toEqual(pdf);
    expect((await desk().file(hoa.conversationId, photo.id))?.bytes).toBe(3);
    const binh = await here().person("bình");
    expect(await desk().file(binh.conversationId, photo.id)).toBeNull();
    expect(await desk().file(hoa.conversationId, "99.0")).toBeNull();

    await desk().lookedAt(by, hoa.conversationId);
    expect(
      await given.database.client.auditEntry.findMany({ where: { action: "conversation.looked_at" } }),
    ).toMatchObject([{ actor: "staff:lan", subject: hoa.conversationId }]);
    expect(await desk().one("none")).toBeNull();
  });

  it("are read page by page", async () => {
    const hoa = await here().person("hoa");
    for (let number = 1; number <= 120; number += 1)
      await writes(hoa, String(number), { kind: "text", text: `tin ${number}` });
    const last = await desk().one(hoa.conversationId);
    expect([last?.lines.length, last?.hasEarlier, last?.lines.at(-1)?.text]).toEqual([100, true, "tin 120"]);
    const first = await desk().one(hoa.conversationId, last?.lines[0]?.seq);
    expect([first?.lines.length, first?.hasEarlier, first?.lines[0]?.text]).toEqual([20, false, "tin 1"]);
  });
});
