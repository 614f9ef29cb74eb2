import type {
  ClaimedMessage,
  Committed,
  Conversations,
  ConversationState,
  Turn,
} from "../../conversation/conversations.ts";
import type { Address, Content, IncomingMessage } from "../../conversation/message.ts";
import type { Reply } from "../../conversation/reply.ts";
import type { Command, CommandOutcome } from "../../registry/commands.ts";
import { keepQuestion } from "./asked-questions.ts";
import { backoffMs, later, shortened } from "./backoff.ts";
import type { Database, Tx } from "./client.ts";
import { conversationAt, nextLine } from "./conversation-rows.ts";
import { newId } from "./ids.ts";
import { claimOldest } from "./inbox-claim.ts";
import { PRIORITY, releaseWaiting, say } from "./say.ts";
import { inTransaction } from "./transaction.ts";

/** Who asks for a command, and by which message. */
export interface Asker {
  conversationId: string;
  address: Address;
  sender: string;
  /** external id of the message */
  messageId: string;
  now: Date;
}

/** Carries out a command inside the transaction that settles the turn. */
export type ExecuteCommand = (tx: Tx, command: Command, who: Asker) => Promise<CommandOutcome>;

interface Settings {
  /** how long a message in hand is nobody else's */
  leaseMs: number;
  /** times a turn is tried */
  attempts: number;
  longestBackoffMs: number;
  /** when messages arrive; everything else is told the time */
  now: () => Date;
}

const USUAL: Settings = {
  leaseMs: 30_000,
  attempts: 5,
  longestBackoffMs: 60_000,
  now: () => new Date(),
};

/** A message that never failed is due, whatever the clocks of two machines say. */
const AT_ONCE = new Date(0);

export function createConversations(
  database: Database,
  execute: ExecuteCommand,
  settings: Partial<Settings> = {},
): Conversations {
  const { leaseMs, attempts, longestBackoffMs, now: arrival } = { ...USUAL, ...settings };
  return {
    accept: (message) => inTransaction(database, (tx) => accept(tx, message, arrival())),
    claim: (owner, now) => claimOldest(database, { owner, now, leaseMs, attempts }),
    heard: (claimed, words) => inTransaction(database, (tx) => heard(tx, claimed, words)),
    commit: (turn) => inTransaction(database, (tx) => commit(tx, turn, execute)),
    fail: (claimed, why, apology, now) =>
      inTransaction(database, (tx) =>
        fail(tx, claimed, { why: shortened(why), apology, now, attempts, longestBackoffMs }),
      ),
  };
}

async function accept(tx: Tx, message: IncomingMessage, now: Date): Promise<boolean> {
  const { id: conversationId } = await conversationAt(tx, message.from, now);
  const seen = await tx.inboxMessage.findUnique({
    where: { conversationId_externalId: { conversationId, externalId: message.id } },
    select: { id: true },
  });
  if (seen !== null) return false;
  const { seq } = await nextLine(tx, conversationId, { lastMessageAt: now });
  await tx.inboxMessage.create({
    data: {
      id: newId(),
      conversationId,
      externalId: message.id,
      seq,
      sender: message.sender,
      senderName: message.senderName,
      isGroup: message.isGroup,
      mentioned: message.mentioned,
      content: JSON.stringify(message.content),
      replyTo: message.replyTo ?? null,
      sentAt: message.sentAt,
      receivedAt: now,
      notBefore: AT_ONCE,
    },
  });
  await releaseWaiting(tx, { ...message.from, id: conversationId }, now);
  return true;
}

async function commit(tx: Tx, turn: Turn, execute: ExecuteCommand): Promise<Committed> {
  const { claimed, command, now } = turn;
  const { conversation, message } = claimed;
  if (!(await giveBackLease(tx, claimed))) return { kind: "lost" };
  // Before the command, which may itself call staff.
  const hold = await holdOf(tx, conversation.id);
  const holdChanged = hold.version !== conversation.hold.version;
  if (holdChanged && hold.state === "bot") return { kind: "again" };
  if (!(await settle(tx, claimed, now))) return { kind: "lost" };
  const who: Asker = {
    conversationId: conversation.id,
    address: message.from,
    sender: message.sender,
    messageId: message.id,
    now,
  };
  if (holdChanged) {
    await execute(tx, { kind: "tell_staff" }, who);
    return { kind: "held" };
  }
  if (turn.asked) {
    const place = { conversationId: conversation.id, channel: message.from.channel, messageId: message.id };
    await keepQuestion(tx, place, turn.asked, now);
  }
  const outcome = command === null ? null : await execute(tx, command, who);
  await dropFiles(tx, conversation.id, turn.drops ?? []);
  if (turn.takesUp !== undefined) await takeUp(tx, conversation.id, turn.takesUp);
  const { state, replies } = turn.conclude(outcome);
  await remember(tx, conversation.id, state);
  for (const reply of replies)
    await say(tx, conversation.id, reply, {
      author: "bot",
      priority: PRIORITY.personal,
      inReplyTo: message.id,
      about: aboutOf(outcome),
      now,
    });
  return { kind: "committed" };
}

async function heard(tx: Tx, claimed: ClaimedMessage, words: string): Promise<boolean> {
  const { conversation, message } = claimed;
  if (!(await giveBackLease(tx, claimed))) return false;
  const content: Content = { kind: "text", text: words, spoken: true };
  const { count } = await tx.inboxMessage.updateMany({
    where: { conversationId: conversation.id, externalId: message.id, status: "pending" },
    // To answer it is another thing to try.
    data: { content: JSON.stringify(content), attempts: 0 },
  });
  if (message.content.kind === "files")
    await dropFiles(
      tx,
      conversation.id,
      message.content.files.map(({ id }) => id),
    );
  return count === 1;
}

async function dropFiles(tx: Tx, conversationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.storedFile.deleteMany({ where: { conversationId, id: { in: [...ids] } } });
}

/** A message that was settled without an answer is open again. */
async function takeUp(tx: Tx, conversationId: string, externalId: string): Promise<void> {
  await tx.inboxMessage.updateMany({
    where: { conversationId, externalId, status: "done" },
    data: { status: "pending", settledAt: null, attempts: 0, notBefore: AT_ONCE },
  });
}

/** False when somebody else has it. Also locks the conversation until the transaction ends. */
async function giveBackLease(tx: Tx, { conversation, lease }: ClaimedMessage): Promise<boolean> {
  const { count } = await tx.conversation.updateMany({
    where: { id: conversation.id, leaseOwner: lease.owner, leaseUntil: lease.until },
    data: { leaseOwner: null, leaseUntil: null },
  });
  return count === 1;
}

/** False when it is settled already. */
async function settle(tx: Tx, { conversation, message }: ClaimedMessage, now: Date): Promise<boolean> {
  const { count } = await tx.inboxMessage.updateMany({
    where: { conversationId: conversation.id, externalId: message.id, status: "pending" },
    data: { status: "done", settledAt: now },
  });
  return count === 1;
}

async function holdOf(tx: Tx, id: string): Promise<{ state: string; version: number }> {
  const row = await tx.conversation.findUniqueOrThrow({
    where: { id },
    select: { holdState: true, holdVersion: true },
  });
  return { state: row.holdState, version: row.holdVersion };
}

/** The conversation that staff are told of, so that their reply to these words finds it. */
function aboutOf(outcome: CommandOutcome | null): string | null {
  return outcome?.kind === "staff_room" && "about" in outcome.outcome ? outcome.outcome.about : null;
}

async function remember(tx: Tx, id: string, state: ConversationState): Promise<void> {
  await tx.conversation.update({ where: { id }, data: { state: JSON.stringify(state) } });
}

interface Failure {
  why: string;
  apology: Reply;
  now: Date;
  attempts: number;
  longestBackoffMs: number;
}

async function fail(tx: Tx, claimed: ClaimedMessage, failure: Failure): Promise<"again" | "dead" | "lost"> {
  const { conversation, message } = claimed;
  const { why, apology, now } = failure;
  if (!(await giveBackLease(tx, claimed))) return "lost";
  const row = await tx.inboxMessage.findUnique({
    where: { conversationId_externalId: { conversationId: conversation.id, externalId: message.id } },
    select: { id: true, attempts: true, status: true },
  });
  if (row?.status !== "pending") return "lost";

  // The claim has counted this one.
  const dead = row.attempts >= failure.attempts;
  await tx.inboxMessage.update({
    where: { id: row.id },
    data: {
      lastError: why,
      ...(dead
        ? { status: "dead", settledAt: now }
        : { notBefore: later(now, backoffMs(row.attempts, failure.longestBackoffMs)) }),
    },
  });
  if (!dead) return "again";
  // Staff see the message; the bot does not talk over them.
  if ((await holdOf(tx, conversation.id)).state !== "bot") return "dead";
  await say(tx, conversation.id, apology, {
    author: "bot",
    priority: PRIORITY.personal,
    inReplyTo: message.id,
    now,
  });
  return "dead";
}
