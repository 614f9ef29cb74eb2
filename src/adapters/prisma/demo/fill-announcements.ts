import type { AnnouncementWords } from "../../../announce/announcement.ts";
import { EVERYBODY } from "../../../announce/audience.ts";
import type { SendResult } from "../../../conversation/channel.ts";
import type { ConsentGiven } from "../../../registry/commands.ts";
import { createCommandExecutor } from "../commands/execute.ts";
import type { Who } from "../commands/scope.ts";
import { moveAnnouncements } from "../jobs/announcements.ts";
import { createOutbox } from "../outbox.ts";
import type { By, Desk } from "../staff/act.ts";
import {
  approveAnnouncement,
  draftAnnouncement,
  sendAnnouncement,
  submitAnnouncement,
} from "../staff/announcements.ts";
import { inTransaction } from "../transaction.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AHEAD_MS = 7 * HOUR_MS;
const AT_ONCE = 50;

const CONSENT: ConsentGiven = {
  purpose: "announcement",
  noticeVersion: "demo",
  wording: "Dữ liệu demo, không phải của người thật.",
};

const RAN: Pick<AnnouncementWords, "title" | "body"> = {
  title: "Còn chỗ ở lớp tập huấn (demo)",
  body: "Mời anh/chị đăng ký dự lớp trong tháng này. Học phí: miễn phí.",
};
const DRAFT: Pick<AnnouncementWords, "title" | "body"> = {
  title: "Lịch tập huấn quý tới (demo)",
  body: "Sở gửi anh/chị lịch các lớp dự kiến.",
};

/** An announcement that ran three mornings ago, with whatever may become of a message, and a draft. */
export async function fillAnnouncements(desk: Desk, people: readonly Who[], author: By): Promise<void> {
  const { now } = author;
  const then = threeMorningsAgo(now);
  await follow(desk, people, then);
  // What was answered in the chats goes first, as always.
  await deliver(desk, author.actor, now);
  const event = await desk.database.client.event.findFirst({
    where: { status: "open" },
    select: { id: true },
  });
  const words = { eventId: event?.id ?? null, link: null, audience: EVERYBODY, scheduledAt: null };
  await run(desk, { ...RAN, ...words, expiresAt: new Date(then.getTime() + 7 * DAY_MS) }, author.actor, then);
  await draftAnnouncement(
    desk,
    author,
    { ...DRAFT, ...words, audience: { ...EVERYBODY, topics: ["lop"] }, expiresAt: null },
    null,
  );
}

/** Two of three agreed to be told. */
async function follow(desk: Desk, people: readonly Who[], now: Date): Promise<void> {
  const execute = createCommandExecutor(desk);
  for (const who of people.filter((_, at) => at % 3 !== 2))
    await inTransaction(desk.database, (tx) =>
      execute(tx, { kind: "follow", topics: ["lop"], consents: [CONSENT] }, { ...who, now }),
    );
}

async function run(desk: Desk, words: AnnouncementWords, actor: string, then: Date): Promise<void> {
  const author = { actor, now: then };
  const approver = { actor: `${actor} (lãnh đạo)`, now: then };
  const drafted = await draftAnnouncement(desk, author, words, null);
  if (drafted.kind !== "done") return;
  const { id } = drafted;
  const submitted = await submitAnnouncement(desk, author, drafted);
  if (submitted.kind !== "done") return;
  const approved = await approveAnnouncement(desk, approver, { id, revision: submitted.revision });
  if (approved.kind !== "done") return;
  await sendAnnouncement(desk, approver, { id, revision: approved.revision });
  await moveAnnouncements(desk, () => ({}), then);
  await deliver(desk, actor, then);
  await moveAnnouncements(desk, () => ({}), then);
}

/** As a channel would that does not exist: most arrive. */
async function deliver({ database }: Desk, channel: string, now: Date): Promise<void> {
  const outbox = createOutbox(database);
  const claim = () => outbox.claim({ channel, owner: channel, now, limit: AT_ONCE });
  for (let claimed = await claim(); claimed.length > 0; claimed = await claim())
    for (const [at, message] of claimed.entries())
      if (await outbox.begin(message, now))
        await outbox.settle(message, message.book === "ledger" ? endOf(at) : ARRIVED, now);
}

const ARRIVED: SendResult = { kind: "sent", ref: "demo" };

function endOf(at: number): SendResult {
  if (at % 11 === 7) return { kind: "refused", why: "blocked", because: "blocked" };
  if (at % 11 === 9) return { kind: "unknown", why: "Mất kết nối khi đang gửi (demo)." };
  return ARRIVED;
}

/** At nine on the clock there, when people may be told something. */
function threeMorningsAgo(now: Date): Date {
  const midnight = Math.floor((now.getTime() + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS;
  return new Date(midnight - 3 * DAY_MS + 9 * HOUR_MS);
}
