import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { texts } from "../../../src/conversation/texts.ts";
import { startModelServer, type ModelServer } from "../../doubles/model-server/index.ts";
import { oneDatabase } from "../../support/database.ts";
import { voiceAt } from "../../support/model/talk.ts";
import { Person, type PersonOptions } from "../../support/person.ts";
import { OGG } from "../../support/recordings.ts";

const given = oneDatabase();
let server: ModelServer;
let person: Person;
let options: PersonOptions;
beforeAll(async () => {
  server = await startModelServer();
  options = { settings: voiceAt(server) };
  person = await Person.at(given.database, options);
});
afterAll(async () => {
  await person.leaves();
  await server.stop();
});
beforeEach(() => {
  person.startsAnew();
  server.behave("well");
  server.hears("mã vạch mất bao nhiêu tiền");
  server.received.length = 0;
});

const speaks = () => person.sendsFile("Võ Thị Ba.ogg", new Uint8Array(OGG));
const recordings = () => server.received.filter(({ path }) => path.endsWith("/audio/transcriptions"));
const kept = () => given.database.client.storedFile.count();
/** Agrees, and waits for the answer to the voice message itself. */
async function agrees(): Promise<string> {
  expect(await person.picks(texts.agree)).toContain(texts.listening);
  return person.hearsMore();
}

describe("a voice message", () => {
  it("is heard once its person has agreed, and answered like words; the recording is kept no longer", async () => {
    // Anew before every message: nothing of it may live in memory alone.
    options.restarting = true;
    const asked = await speaks();
    expect(asked).toContain("máy chủ của cơ quan");
    expect(recordings()).toEqual([]);
    const heard = await agrees();
    expect(heard).toContain(texts.heard("mã vạch mất bao nhiêu tiền"));
    expect(heard).toContain("1.000.000");
    expect(await kept()).toBe(0);

    options.restarting = false;
    // Not asked again; the name of the file stays here.
    expect(await speaks()).toContain("1.000.000");
    expect(recordings()).toHaveLength(2);
    for (const { body } of recordings()) expect(body).not.toContain("Ba");
    expect(await kept()).toBe(0);
  });

  it("may be agreed to in words, and answers the question of a form", async () => {
    await person.says("kiểm tra mã vạch");
    await speaks();
    server.hears("8934567890120");
    expect(await person.says("dạ đồng ý ạ")).toContain(texts.listening);
    expect(await person.hearsMore()).toContain("Mã 8934567890120");
  });

  it("is not heard where they decline, nor asked for again; they may think otherwise", async () => {
    await speaks();
    expect(await person.picks(texts.disagree)).toContain("gõ bằng chữ");
    expect(await kept()).toBe(0);
    expect(await speaks()).toContain(texts.typeInstead);
    expect(recordings()).toEqual([]);
    expect(await kept()).toBe(0);
    await person.says("cho nghe tin thoại");
    await person.picks(texts.agree);
    expect(await speaks()).toContain("1.000.000");
  });

  it("is forgotten where they type instead", async () => {
    await speaks();
    expect(await person.says("Mã vạch mất bao nhiêu tiền?")).toContain("1.000.000");
    expect(await kept()).toBe(0);
    expect(recordings()).toEqual([]);
  });

  it("is not heard any more once the consent is taken back", async () => {
    await speaks();
    await agrees();
    await person.says("rút đồng ý");
    await person.picks("Chuyển tin thoại");
    await person.picks("Rút đồng ý");
    server.received.length = 0;
    expect(await speaks()).toContain(texts.typeInstead);
    expect(recordings()).toEqual([]);
  });

  it.each(["500", "401"] as const)("ends in a kind request to type: %s", async (behaviour) => {
    await speaks();
    server.behave(behaviour);
    expect(await agrees()).toContain(texts.notHeard);
    expect(await kept()).toBe(0);
  });

  it("in which nothing is said is not guessed at", async () => {
    await speaks();
    server.hears(" … ");
    expect(await agrees()).toContain(texts.notHeard);
  });

  it("erases nobody's data: that word has to be typed", async () => {
    await speaks();
    await agrees();
    await person.says("xóa dữ liệu của tôi");
    await person.picks("Tôi hiểu");
    server.hears("xóa");
    expect(await speaks()).toContain("Tôi chưa xóa gì");
    expect(await person.says("hủy")).toContain("Đã dừng");
  });
});
