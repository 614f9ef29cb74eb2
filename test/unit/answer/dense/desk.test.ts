import { beforeEach, describe, expect, it } from "vitest";
import { createDenseDesk } from "../../../../src/answer/dense/desk.ts";
import type { DenseTrouble, Embedded, Embedder, VectorStore } from "../../../../src/answer/dense/port.ts";
import type { ModelBudget } from "../../../../src/answer/admission.ts";
import { canaries } from "../../../support/canaries.ts";
import { collectErrors } from "../../../support/log-scan/journal.ts";

const NEAR = [{ id: "doc#1", closeness: 0.8 }];
const GOOD: Embedded = { kind: "vectors", vectors: [[1, 0, 0]] };

let sent: string[];
let outcomes: (DenseTrouble | null)[];
let collected: ReturnType<typeof collectErrors>;
let answer: () => Promise<Embedded>;
let now: Date;
beforeEach(() => {
  sent = [];
  outcomes = [];
  collected = collectErrors();
  answer = () => Promise.resolve(GOOD);
  now = new Date("2026-11-24T09:00:00+07:00");
});

const embedder: Embedder = {
  embed(texts) {
    sent.push(...texts);
    return answer();
  },
};

function storeWith(dimensions: number | null = 3): VectorStore {
  const never = () => Promise.reject(new Error("a question changes nothing"));
  return {
    dimensions: () => dimensions,
    nearest: () => Promise.resolve(NEAR),
    missing: never,
    sample: never,
    add: never,
    keepOnly: never,
    save: never,
  };
}

const PLENTY: ModelBudget = { take: () => Promise.resolve("taken") };

function deskWith({
  store = storeWith(),
  budget = PLENTY,
}: { store?: VectorStore | null; budget?: ModelBudget } = {}) {
  return createDenseDesk({
    embedder,
    store: () => store,
    budget,
    now: () => now,
    onOutcome: (trouble) => outcomes.push(trouble),
    onError: collected.onError,
  });
}

const ASKER = { key: "web 1", names: [canaries.household] };

describe("a question that goes to dense search", () => {
  it("loses what tells who asks", async () => {
    const { person, phone, eMail, taxId, identityNumber, household } = canaries;
    const words = `Tôi là ${person}, cơ sở ${household}, số ${phone}, thư ${eMail}, mã số thuế ${taxId}, căn cước ${identityNumber}: mã vạch mất bao nhiêu tiền?`;
    expect(await deskWith().session(ASKER).near(words)).toEqual(NEAR);
    for (const secret of [person, phone, eMail, taxId, identityNumber, household])
      expect(sent.join("\n")).not.toContain(secret);
    expect(sent.join("\n")).toContain("mã vạch mất bao nhiêu tiền");
  });

  it("takes one share of the budget, however it is read, and the same words go once", async () => {
    const taken: string[] = [];
    const budget: ModelBudget = {
      take: (key) => {
        taken.push(key);
        return Promise.resolve("taken");
      },
    };
    const session = deskWith({ budget }).session(ASKER);
    await Promise.all([session.near("mã vạch"), session.near("mã vạch"), session.near("phí mã vạch")]);
    expect(taken).toEqual(["web 1"]);
    expect(sent).toEqual(["mã vạch", "phí mã vạch"]);
  });

  it.each([
    ["there is no index yet", { store: null }],
    ["the index is empty", { store: storeWith(null) }],
    ["their share is used up", { budget: { take: () => Promise.resolve("person_spent" as const) } }],
    ["all shares are used up", { budget: { take: () => Promise.resolve("all_spent" as const) } }],
    ["the budget cannot be read", { budget: { take: () => Promise.reject(new Error("away")) } }],
  ])("is not sent where %s", async (_why, parts) => {
    expect(await deskWith(parts).session(ASKER).near("mã vạch")).toEqual([]);
    expect(sent).toEqual([]);
  });

  it.each([
    ["fails", { kind: "failed", why: "server_error" }, "server_error"],
    ["is slow", { kind: "failed", why: "slow" }, "slow"],
    ["gives other dimensions", { kind: "vectors", vectors: [[1, 0]] }, "other_dimensions"],
  ] as const)("finds nothing where the model %s, which staff are told", async (_how, given, trouble) => {
    answer = () => Promise.resolve(given);
    expect(await deskWith().session(ASKER).near("mã vạch")).toEqual([]);
    expect(outcomes).toEqual([trouble]);
  });

  it("finds nothing where something is broken", async () => {
    const broken = { ...storeWith(), nearest: () => Promise.reject(new Error("broken")) };
    expect(await deskWith({ store: broken }).session(ASKER).near("mã vạch")).toEqual([]);
    expect(collected.errors).toHaveLength(1);
  });

  it("leaves a failing model alone for a minute, then tries again", async () => {
    const desk = deskWith();
    answer = () => Promise.resolve({ kind: "failed", why: "unreachable" });
    for (let asked = 0; asked < 5; asked++) await desk.session(ASKER).near("mã vạch");
    expect(sent).toHaveLength(3);
    answer = () => Promise.resolve(GOOD);
    now = new Date(now.getTime() + 61_000);
    expect(await desk.session(ASKER).near("mã vạch")).toEqual(NEAR);
    expect(outcomes.at(-1)).toBeNull();
  });
});
