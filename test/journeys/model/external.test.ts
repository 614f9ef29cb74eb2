import { afterAll, beforeAll, expect, it } from "vitest";
import { texts } from "../../../src/conversation/texts.ts";
import { oneDatabase } from "../../support/database.ts";
import { talkWithModel, type Talk } from "../../support/model/talk.ts";

const given = oneDatabase();
let talk: Talk;
beforeAll(async () => {
  talk = await talkWithModel(given.database, { isExternal: true });
});
afterAll(() => talk.end());

const QUESTION = "Mã vạch mất bao nhiêu tiền?";
const OTHER = "nghị định 43/2017 về nhãn còn dùng không";
const { ask, declined } = texts.consents.external_model;

it("a model outside is asked nothing for people who did not agree, who are asked once and answered at once", async () => {
  const { person, server } = talk;
  person.startsAnew();
  const heard = await person.says(QUESTION);
  expect(heard).toContain("1.000.000");
  expect(heard).toContain(ask);
  expect(heard).toContain("sau khi bỏ số điện thoại");
  expect(await person.says(OTHER)).not.toContain(ask);
  expect(server.received).toEqual([]);
});

it("who declines keeps the answers in the documents' words, and may think otherwise", async () => {
  const { person, server, lastTrace } = talk;
  person.startsAnew();
  await person.says(QUESTION);
  expect(await person.picks(texts.disagree)).toBe(declined);
  expect(await person.says(OTHER)).toContain("37/2026/NĐ-CP");
  expect(server.received).toEqual([]);
  expect(await person.says("cho dùng mô hình")).toContain(ask);
  await person.says("đồng ý");
  await person.says(QUESTION);
  expect(server.received.length).toBeGreaterThan(0);
  expect((await lastTrace()).model?.words).toBe("model");
});

it("who agrees is asked no more, and may take it back", async () => {
  const { person, server } = talk;
  person.startsAnew();
  await person.says(QUESTION);
  await person.picks(texts.agree);
  const before = server.received.length;
  expect(await person.says(QUESTION)).not.toContain(ask);
  expect(server.received.length).toBeGreaterThan(before);
  const consents = await given.database.client.consent.findMany({ where: { purpose: "external_model" } });
  expect(consents.at(-1)?.wording).toContain("mô hình ngôn ngữ bên ngoài");

  await person.says("rút đồng ý");
  await person.picks("Dùng mô hình");
  await person.picks("Rút đồng ý");
  const asked = server.received.length;
  expect(await person.says(QUESTION)).toContain("1.000.000");
  expect(server.received).toHaveLength(asked);
});

it("greetings and what cannot be answered come without the question", async () => {
  const { person, server } = talk;
  person.startsAnew();
  const before = server.received.length;
  expect(await person.says("giá vàng hôm nay bao nhiêu")).not.toContain(ask);
  expect(server.received).toHaveLength(before);
});
