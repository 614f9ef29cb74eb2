import { createAnnouncements } from "../../../src/adapters/prisma/console/announcements.ts";
import { moveAnnouncements } from "../../../src/adapters/prisma/jobs/announcements.ts";
import { createOutbox } from "../../../src/adapters/prisma/outbox.ts";
import type { AnnouncementWords } from "../../../src/announce/announcement.ts";
import { EVERYBODY } from "../../../src/announce/audience.ts";
import type { AnnouncementDone, Seen } from "../../../src/console/announcements/port.ts";
import type { SendResult } from "../../../src/conversation/channel.ts";
import type { ReplyFile } from "../../../src/conversation/reply.ts";
import type { AnnouncementStatus } from "../../../src/registry/states.ts";
import { TEST_DAY } from "../app.ts";
import type { TestConsole } from "../console.ts";
import { agree, DAY, deskOver, enterprise, HOUR, people } from "../registry.ts";

const FOLLOWERS = 9;
const FILE: ReplyFile = { name: "thu-moi-lop-5s.pdf", mediaType: "application/pdf", content: "%PDF-1.7" };

/** How sends end, one after the other. */
const ENDS: readonly SendResult[] = [
  { kind: "sent", ref: "1" },
  { kind: "sent", ref: "2" },
  { kind: "unknown", why: "Mất kết nối khi đang gửi." },
  { kind: "refused", why: "Cuộc trò chuyện không còn." },
  { kind: "refused", why: "Người này đã chặn.", because: "blocked" },
  { kind: "when_they_write", why: "Quá bảy ngày." },
];

/** An announcement in every state; two of them with a ledger in which everything happened. */
export async function announcementSamples({ database, member }: TestConsole) {
  const office = deskOver(database);
  const { desk } = office;
  const now = TEST_DAY;
  const author = { actor: (await member("officer", { name: "Ngô Thị Soạn" })).id, now };
  const approver = { actor: (await member("approver", { name: "Đỗ Văn Duyệt" })).id, now };
  const announcements = createAnnouncements({ desk, channels: () => ({}), previews: () => [] });
  const outbox = createOutbox(database);
  const eventId = await office.event({ keyword: "44", title: "Áp dụng 5S tại cơ sở", capacity: 40 });
  for (let at = 0; at < FOLLOWERS; at += 1) {
    const one = await office.person(`tin-${at}`);
    await one.registers(eventId, people(1, "Người nhận tin"), {
      enterprise: enterprise({ name: `Hợp tác xã Nhận Tin ${at + 1}` }),
      submitter: { name: `Trần Nhận Tin ${at + 1}`, phone: `09050010${String(at).padStart(2, "0")}` },
    });
    await one.does({ kind: "follow", topics: ["lop"], consents: [agree("announcement")] });
  }

  const words = (title: string): AnnouncementWords => ({
    title,
    body: "Mời anh/chị dự lớp thực hành 5S.\nHọc phí: miễn phí.",
    eventId,
    link: "https://dost.example.vn/lop-5s",
    audience: { ...EVERYBODY, topics: ["lop"], communeCodes: ["21025"] },
    scheduledAt: null,
    expiresAt: new Date(now.getTime() + 3 * DAY),
  });
  const done = <T>(ended: AnnouncementDone<T>) => {
    if (ended.kind !== "done") throw new Error(ended.kind);
    return ended;
  };
  const draft = async (title: string) => done(await announcements.draft(author, words(title), FILE));
  const submitted = async (title: string): Promise<Seen> => {
    const { id, revision } = await draft(title);
    return { id, revision: done(await announcements.submit(author, { id, revision })).revision };
  };
  const approved = async (title: string): Promise<Seen> => {
    const { id, revision } = await submitted(title);
    return { id, revision: done(await announcements.approve(approver, { id, revision })).revision };
  };
  const begun = async (title: string): Promise<string> => {
    const seen = await approved(title);
    done(await announcements.send(approver, seen));
    await moveAnnouncements(desk, () => ({}), now);
    return seen.id;
  };
  const settles = async (ends: readonly SendResult[]) => {
    const claimed = await outbox.claim({ channel: "test", owner: "mau", now, limit: ends.length });
    for (const [at, message] of claimed.entries()) {
      const end = ends[at];
      if (end && (await outbox.begin(message, now))) await outbox.settle(message, end, now);
    }
  };

  const sent = await begun("Lớp 5S tháng trước");
  await settles([...ENDS, ...Array.from({ length: FOLLOWERS }, () => ({ kind: "sent", ref: "3" }) as const)]);
  await moveAnnouncements(desk, () => ({}), now);
  const correction = done(await announcements.correct(author, sent));
  const sending = await begun("Lớp 5S ngày 04/12, còn 20 chỗ");
  await settles(ENDS.slice(0, 4));
  const paused = await begun("Hạn nộp phí duy trì mã vạch");
  await announcements.pause(approver, paused, "Kiểm tra lại hạn nộp với Kho bạc.");
  const stopped = await begun("Hội thảo năng suất xanh");
  await announcements.stop(approver, stopped, "Gửi nhầm đối tượng.");
  const returned = await submitted("Thông báo cần sửa");
  done(await announcements.giveBack(approver, returned, "Ghi rõ địa điểm lớp."));
  const { id: waits } = await submitted("Lớp mã vạch đợt 2");
  const { id: ready } = await approved("Chính sách hỗ trợ năm 2027");
  const { id: written } = await draft("Lịch tập huấn quý I/2027");
  const unclear = await database.client.delivery.findFirstOrThrow({
    where: { announcementId: sent, status: "unknown" },
  });

  const until = new Date(now.getTime() + 3 * HOUR);
  await outbox.rest({ channel: "test", account: "bot" }, until, "429", now);

  const base = "/can-bo/thong-bao";
  const states: Partial<Record<AnnouncementStatus, string>> = {
    draft: written,
    submitted: waits,
    returned: returned.id,
    approved: ready,
    sending,
    paused,
    sent,
    stopped,
  };
  return {
    addresses: {
      [`${base}/:id`]: `${base}/${sending}`,
      [`${base}/:id/sua`]: `${base}/${correction.id}/sua`,
      [`${base}/:id/duyet`]: `${base}/${waits}/duyet`,
      [`${base}/:id/tra-lai`]: `${base}/${waits}/tra-lai`,
      [`${base}/:id/gui`]: `${base}/${ready}/gui`,
      [`${base}/:id/tam-dung`]: `${base}/${sending}/tam-dung`,
      [`${base}/:id/tiep-tuc`]: `${base}/${paused}/tiep-tuc`,
      [`${base}/:id/dung`]: `${base}/${sending}/dung`,
      [`${base}/:id/dinh-chinh`]: `${base}/${sent}/dinh-chinh`,
      [`${base}/:id/tien-do`]: `${base}/${sending}/tien-do`,
      [`${base}/:id/nguoi-nhan`]: `${base}/${sent}/nguoi-nhan`,
      [`${base}/:id/nguoi-nhan.xlsx`]: `${base}/${sent}/nguoi-nhan.xlsx`,
      [`${base}/:id/goi-dien`]: `${base}/${sent}/goi-dien`,
      [`${base}/:id/goi-dien.xlsx`]: `${base}/${sent}/goi-dien.xlsx`,
      [`${base}/:id/nguoi-nhan/:dong/gui-lai`]: `${base}/${sent}/nguoi-nhan/${unclear.id}/gui-lai`,
    },
    states,
  };
}
