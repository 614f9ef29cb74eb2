import type {
  ConversationDesk,
  ConversationView,
  PersonKnown,
  StaffLine,
} from "../../../console/conversations/port.ts";
import type { Content } from "../../../conversation/message.ts";
import type { Reply, ReplyFile } from "../../../conversation/reply.ts";
import type { ContactStatus, RequestStatus } from "../../../registry/states.ts";
import type { RequestView } from "../../../registry/views.ts";
import type { Tx } from "../database.ts";
import type { Conversation, InboxMessage, OutgoingMessage } from "../generated/sqlite/client.ts";
import { SETTLED } from "../requests.ts";
import { repliesFrom } from "../announce/lines.ts";
import { PRIORITY, WAITING_FOR_PERSON } from "../say.ts";
import { personNames } from "../staffroom/asking.ts";
import { holders, holdView } from "./holds.ts";

/** Lines of a conversation that are shown at once. */
const LINES = 100;

export async function readConversation(
  tx: Tx,
  id: string,
  before?: number,
): Promise<ConversationView | null> {
  const row = await tx.conversation.findUnique({ where: { id } });
  if (row === null) return null;
  const page = {
    where: { conversationId: id, seq: { lt: before ?? row.nextSeq } },
    orderBy: { seq: "desc" },
    take: LINES + 1,
  } as const;
  const incoming = await tx.inboxMessage.findMany(page);
  const outgoing = await tx.outgoingMessage.findMany(page);
  const lines = [
    ...incoming.map(personLine),
    ...outgoing.map((line) => ownLine(line, row.holdState !== "bot")),
  ].sort((a, b) => b.seq - a.seq);
  const names = await personNames(tx, [row]);
  return {
    id,
    channel: row.channel,
    isGroup: incoming.some(({ isGroup }) => isGroup),
    person: names.get(id) ?? null,
    hold: holdView(row, await holders(tx, [row])),
    lines: lines.slice(0, LINES).reverse(),
    hasEarlier: lines.length > LINES,
    known: await knownIn(tx, row),
  };
}

/** A file that was sent up, or one carried in a reply: named by the number of its line and its place there. */
export const readFile = async (
  tx: Tx,
  conversationId: string,
  fileId: string,
): ReturnType<ConversationDesk["file"]> => {
  const [, seq, at] = /^(\d{1,9})\.(\d{1,3})$/.exec(fileId) ?? [];
  if (seq === undefined) {
    const file = await tx.storedFile.findFirst({ where: { id: fileId, conversationId } });
    return file && { ...pick(file), content: file.content };
  }
  const line = await tx.outgoingMessage.findUnique({
    where: { conversationId_seq: { conversationId, seq: Number(seq) } },
  });
  const [reply] = line ? await repliesFrom(tx, [line.body]) : [];
  const file = reply?.files?.[Number(at)];
  if (!file) return null;
  const content = Buffer.from(file.content, file.encoding ?? "utf8");
  return { id: fileId, name: file.name, mediaType: file.mediaType, bytes: content.byteLength, content };
};

function pick({
  id,
  name,
  mediaType,
  bytes,
}: {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
}) {
  return { id, name, mediaType, bytes };
}

function personLine(row: InboxMessage): StaffLine {
  const content = JSON.parse(row.content) as Content;
  return {
    seq: row.seq,
    id: row.id,
    from: "person",
    sender: row.senderName,
    text: textOf(content),
    files: content.kind === "files" ? content.files : [],
    choices: [],
    at: row.receivedAt,
    delivery: null,
  };
}

function textOf(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.spoken ? `[tin thoại] ${content.text}` : content.text;
    case "files":
      return content.text;
    case "choice":
      return `[${content.value}]`;
    case "unreadable":
      return `[${content.what}]`;
  }
}

function ownLine(row: OutgoingMessage, isHeld: boolean): StaffLine {
  const reply = JSON.parse(row.body) as Reply;
  return {
    seq: row.seq,
    id: row.id,
    from: row.author === "staff" ? "staff" : "bot",
    sender: null,
    text: reply.text,
    files: (reply.files ?? []).map((file, at) => fileOf(file, `${row.seq}.${at}`)),
    choices: (reply.choices ?? []).map(({ label }) => label),
    at: row.createdAt,
    delivery: deliveryOf(row, isHeld),
  };
}

function fileOf({ name, mediaType, content, encoding }: ReplyFile, id: string) {
  return { id, name, mediaType, bytes: Buffer.byteLength(content, encoding ?? "utf8") };
}

function deliveryOf({ status, priority }: OutgoingMessage, isHeld: boolean): StaffLine["delivery"] {
  switch (status) {
    case "queued":
      return isHeld && priority > PRIORITY.personal ? "held_back" : "on_its_way";
    case WAITING_FOR_PERSON:
      return "when_they_write";
    case "sent":
    case "unknown":
      return status;
    case "refused":
    case "dead":
      return "failed";
    default:
      return "on_its_way";
  }
}

async function knownIn(tx: Tx, { channel, account, chat }: Conversation): Promise<readonly PersonKnown[]> {
  const addresses = await tx.channelAddress.findMany({
    where: { channel, account, chat },
    include: {
      contact: {
        include: {
          enterprises: { include: { enterprise: true }, orderBy: { updatedAt: "desc" } },
          requests: { where: { status: { notIn: [...SETTLED] } }, orderBy: { dueAt: "asc" } },
        },
      },
    },
    orderBy: { createdAt: "asc" },
  });
  return addresses.map(({ contact }) => ({
    contactId: contact.id,
    name: contact.name,
    phone: contact.phone,
    enterprises: contact.enterprises.map(({ enterprise, status }) => ({
      id: enterprise.id,
      name: enterprise.name,
      status: status as ContactStatus,
    })),
    openRequests: contact.requests.map(({ id, code, kind, status, dueAt }) => ({
      id,
      code,
      kind: kind as RequestView["kind"],
      status: status as RequestStatus,
      dueAt,
    })),
  }));
}
