import { expect } from "vitest";
import { needed, type Cases } from "./cases.ts";

const MEGABYTE = 1_048_576;

/** What a channel promises that is called from outside. */
export function called({ given, special }: Cases): void {
  special("bad secret", "is 401, nothing is stored, and honest calls go on", async () => {
    const { person, contents } = await given();
    expect(await needed(person.webhook?.forge)()).toBe(401);
    expect(contents()).toEqual([]);
    expect(await person.say("1", { text: "thật" })).toBe("taken");
    expect(contents()).toEqual([{ kind: "text", text: "thật" }]);
  });

  special("probe", "the unsigned one that saves the address is 200, and nothing is stored", async () => {
    const { person, contents } = await given();
    expect(await needed(person.webhook?.probe)()).toBe(200);
    expect(contents()).toEqual([]);
  });

  special("large body", "1 MB is 413, and nothing is stored", async () => {
    const { person, contents } = await given();
    expect(await needed(person.webhook?.large)(MEGABYTE)).toBe(413);
    expect(contents()).toEqual([]);
    expect(await person.say("1", { text: "còn đó" })).toBe("taken");
  });
}
