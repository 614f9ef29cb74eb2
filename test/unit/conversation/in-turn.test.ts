import { expect, it } from "vitest";
import { inTurn } from "../../../src/conversation/in-turn.ts";

it("does the work of a key in order, also behind work that failed, and lets no other key wait", async () => {
  const done: string[] = [];
  const turn = inTurn();
  let letFirstEnd: () => void = () => undefined;
  const first = turn("a", async () => {
    await new Promise<void>((resolve) => {
      letFirstEnd = resolve;
    });
    done.push("a1");
    throw new Error("the disk is full");
  });
  const second = turn("a", () => Promise.resolve(void done.push("a2")));
  await turn("b", () => Promise.resolve(void done.push("b1")));
  letFirstEnd();
  await expect(first).rejects.toThrow("the disk is full");
  await second;
  expect(done).toEqual(["b1", "a1", "a2"]);
});
