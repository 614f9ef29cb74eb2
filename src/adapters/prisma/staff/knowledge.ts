import { todayInVietnam } from "../../../answer/create.ts";
import { mistakesIn, tidied, type ItemMistake, type ItemWords } from "../../../registry/knowledge-items.ts";
import { mayBecome, type KnowledgeStatus } from "../../../registry/states.ts";
import { audit } from "../audit.ts";
import type { Scope } from "../commands/scope.ts";
import type { KnowledgeItem } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { variantsOf } from "../published-items.ts";
import { knowledgeChanged, readSettings } from "../settings-rows.ts";
import { linkSimilar, tellAskers } from "../tell-askers.ts";
import { act, type By, type Desk, type Done } from "./act.ts";

/** How an action on an item ended. */
export type ItemDone<T = object> =
  | Done<{ revision: number } & T>
  /** somebody changed it since it was shown; nothing was changed */
  | { kind: "stale"; revision: number }
  | { kind: "invalid"; mistakes: readonly ItemMistake[] }
  /** whoever wrote it may not publish it */
  | { kind: "needs_another_person" };

/** An item as it was seen: its id, and the revision that was shown. */
export interface Seen {
  id: string;
  revision: number;
}

/** A draft that is to answer these questions; what is missing in it may be written later. */
export function draftItem(
  desk: Desk,
  by: By,
  words: ItemWords,
  questionIds: readonly string[],
): Promise<{ id: string; revision: number; linked: number }> {
  return act(desk, by, async (scope) => {
    const id = newId();
    await scope.tx.knowledgeItem.create({
      data: { id, ...columnsOf(words), author: by.actor, createdAt: by.now, updatedAt: by.now },
    });
    const { count: linked } = await scope.tx.askedQuestion.updateMany({
      where: { id: { in: [...questionIds] }, gap: "open" },
      data: { knowledgeItemId: id },
    });
    await audit(scope, "knowledge.created", id, { questions: linked });
    return { id, revision: 0, linked };
  });
}

/** Other words: what was submitted or withdrawn is a draft again, and whoever wrote last is its author. */
export function editItem(desk: Desk, by: By, seen: Seen, words: ItemWords): Promise<ItemDone> {
  return change(desk, by, seen, async (scope, item) => {
    const from = item.status as KnowledgeStatus;
    if (from !== "draft" && !mayBecome("knowledge", from, "draft")) return { kind: "not_allowed", from };
    const columns = columnsOf(words);
    const data = { ...columns, status: "draft", author: by.actor, reviewer: null, publishedAt: null };
    if (!(await update(scope, item, data))) return stale(item);
    const fields = Object.entries(columns)
      .filter(([name, value]) => item[name as keyof typeof columns] !== value)
      .map(([name]) => name);
    await audit(scope, "knowledge.edited", item.id, { from, fields: fields.join(",") });
    return done(item);
  });
}

/** Ready to be read by somebody else. */
export function submitItem(desk: Desk, by: By, seen: Seen): Promise<ItemDone> {
  return change(desk, by, seen, async (scope, item) => {
    const mistakes = mistakesIn(wordsOf(item), todayInVietnam(by.now));
    return mistakes.length > 0 ? { kind: "invalid", mistakes } : move(scope, item, "submitted");
  });
}

/** Back to its author. */
export function returnItem(desk: Desk, by: By, seen: Seen): Promise<ItemDone> {
  return change(desk, by, seen, (scope, item) => move(scope, item, "draft"));
}

/** No longer said, on any replica, within seconds; answers that were given keep their citation. */
export function withdrawItem(desk: Desk, by: By, seen: Seen): Promise<ItemDone> {
  return change(desk, by, seen, async (scope, item) => {
    const moved = await move(scope, item, "withdrawn");
    if (moved.kind === "done" && item.status === "published") await knowledgeChanged(scope.tx, scope.now);
    return moved;
  });
}

/**
 * Said from now on, on every replica within seconds, and everybody who asked is told. Somebody else than the author
 * does it, unless the office consists of one person; the audit says which.
 */
export function publishItem(desk: Desk, by: By, seen: Seen): Promise<ItemDone<{ told: number }>> {
  return change<{ told: number }>(desk, by, seen, async (scope, item) => {
    const from = item.status as KnowledgeStatus;
    if (!mayBecome("knowledge", from, "published")) return { kind: "not_allowed", from };
    const mistakes = mistakesIn(wordsOf(item), todayInVietnam(by.now));
    if (mistakes.length > 0) return { kind: "invalid", mistakes };
    const { settings } = await readSettings(scope.tx);
    const byAuthor = item.author === by.actor;
    if (byAuthor && !settings["knowledge.one_person"].value) return { kind: "needs_another_person" };
    const published = { status: "published", reviewer: by.actor, publishedAt: by.now };
    if (!(await update(scope, item, published))) return stale(item);
    await knowledgeChanged(scope.tx, scope.now);
    const alsoAsked = await linkSimilar(scope, item);
    const told = await tellAskers(scope, { ...item, ...published });
    await audit(scope, "knowledge.published", item.id, {
      from,
      author: item.author,
      reviewed: byAuthor ? "one person, allowed by the setting knowledge.one_person" : "another person",
      alsoAsked,
      told,
    });
    return { kind: "done", revision: item.revision + 1, told };
  });
}

/** Nothing is missing there: the question is not ours, or was answered after all. */
export function dismissGap(
  desk: Desk,
  by: By,
  questionIds: readonly string[],
): Promise<{ kind: "done"; dismissed: number }> {
  return act(desk, by, async (scope) => {
    const { count: dismissed } = await scope.tx.askedQuestion.updateMany({
      where: { id: { in: [...questionIds] }, gap: "open" },
      data: { gap: "dismissed", knowledgeItemId: null },
    });
    const [first] = questionIds;
    if (first !== undefined && dismissed > 0) await audit(scope, "gap.dismissed", first, { dismissed });
    return { kind: "done", dismissed };
  });
}

function change<T>(
  desk: Desk,
  by: By,
  seen: Seen,
  work: (scope: Scope, item: KnowledgeItem) => Promise<ItemDone<T>>,
): Promise<ItemDone<T>> {
  return act(desk, by, async (scope) => {
    const item = await scope.tx.knowledgeItem.findUnique({ where: { id: seen.id } });
    if (!item) return { kind: "not_found" };
    return item.revision === seen.revision ? work(scope, item) : stale(item);
  });
}

async function move(scope: Scope, item: KnowledgeItem, to: KnowledgeStatus): Promise<ItemDone> {
  const from = item.status as KnowledgeStatus;
  if (!mayBecome("knowledge", from, to)) return { kind: "not_allowed", from };
  if (!(await update(scope, item, { status: to }))) return stale(item);
  await audit(scope, `knowledge.${to}`, item.id, { from });
  return done(item);
}

/** False when somebody else was faster. */
async function update(
  { tx, now }: Scope,
  { id, revision }: KnowledgeItem,
  data: Partial<Omit<KnowledgeItem, "id" | "revision">>,
): Promise<boolean> {
  const { count } = await tx.knowledgeItem.updateMany({
    where: { id, revision },
    data: { ...data, revision: revision + 1, updatedAt: now },
  });
  return count === 1;
}

function done({ revision }: KnowledgeItem): { kind: "done"; revision: number } {
  return { kind: "done", revision: revision + 1 };
}

function stale({ revision }: KnowledgeItem): { kind: "stale"; revision: number } {
  return { kind: "stale", revision };
}

function columnsOf(words: ItemWords) {
  const { variants, ...columns } = tidied(words);
  return { ...columns, variants: variants.join("\n") };
}

function wordsOf(item: KnowledgeItem): ItemWords {
  return { ...item, variants: variantsOf(item) };
}
