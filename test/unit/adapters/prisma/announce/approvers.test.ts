import { expect, it } from "vitest";
import { createAnnouncements } from "../../../../../src/adapters/prisma/console/announcements.ts";
import { newId } from "../../../../../src/adapters/prisma/ids.ts";
import { EVERYBODY } from "../../../../../src/announce/audience.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { deskOver, NOW } from "../../../../support/registry.ts";

const WORDS = {
  title: "Lớp mới",
  body: "Mời anh/chị dự.",
  audience: EVERYBODY,
  ...{ eventId: null, link: null, scheduledAt: null, expiresAt: null },
};

eachDatabase("what waits for approval", (given) => {
  /** A member of staff with a linked chat. */
  async function works(id: string, role: string, disabledAt: Date | null = null): Promise<void> {
    const at = { createdAt: NOW, updatedAt: NOW };
    await given.database.client.staff.create({
      data: { id, name: `Cán bộ ${id}`, email: `${id}@so.example.vn`, role, disabledAt, ...at },
    });
    const chat = { channel: "test", account: "bot", sender: id, chat: id };
    await given.database.client.staffChannel.create({
      data: { id: newId(), staffId: id, ...chat, linkedAt: NOW },
    });
  }

  it("is told, each time it is handed in, to those who may approve it and did not write it", async () => {
    await works("lan", "admin");
    await works("minh", "approver");
    await works("hoa", "officer");
    await works("nam", "approver", NOW);
    const link = (id: string) => `https://nscl.example.vn/can-bo/thong-bao/${id}`;
    const { desk } = deskOver(given.database, { announcementLink: link });
    const announcements = createAnnouncements({ desk, channels: () => null, previews: () => [] });
    const by = { actor: "lan", now: NOW };
    const told = async () => {
      const rows = await given.database.client.outgoingMessage.findMany({
        include: { conversation: true },
        orderBy: { createdAt: "asc" },
      });
      return rows.map(({ body, conversation }) => [
        conversation.chat,
        (JSON.parse(body) as { text: string }).text,
      ]);
    };

    const drafted = await announcements.draft(by, WORDS, null);
    if (drafted.kind !== "done") throw new Error(drafted.kind);
    const { id } = drafted;
    expect(await told()).toEqual([]);
    const submitted = await announcements.submit(by, drafted);
    const notice = [
      "minh",
      `Cán bộ lan gửi duyệt thông báo “Lớp mới”.\nĐọc và duyệt trong trang cán bộ.\n${link(id)}`,
    ];
    expect(await told()).toEqual([notice]);
    // A second click finds another revision.
    expect(await announcements.submit(by, drafted)).toMatchObject({ kind: "stale" });
    if (submitted.kind !== "done") throw new Error(submitted.kind);
    const minh = { actor: "minh", now: NOW };
    const seen = { id, revision: submitted.revision };
    const returned = await announcements.giveBack(minh, seen, "Thiếu giờ");
    if (returned.kind !== "done") throw new Error(returned.kind);
    const edited = await announcements.edit(by, { id, revision: returned.revision }, WORDS, null);
    if (edited.kind !== "done") throw new Error(edited.kind);
    await announcements.submit(by, { id, revision: edited.revision });
    expect(await told()).toEqual([notice, notice]);
  });
});
