import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createFiles } from "../../../../src/adapters/prisma/files.ts";
import { newId } from "../../../../src/adapters/prisma/ids.ts";
import { PERSONAL_DATA } from "../../../../src/adapters/prisma/personal-data.ts";
import { say } from "../../../../src/adapters/prisma/say.ts";
import { answerRequest } from "../../../../src/adapters/prisma/staff/requests.ts";
import { eachDatabase } from "../../../support/database.ts";
import { wholeDatabase } from "../../../support/whole-database.ts";
import { agree, by, deskOver, enterprise, later, NOW, type Person } from "../../../support/registry.ts";

const MODELS = readFileSync(new URL("../../../../prisma/models.prisma", import.meta.url), "utf8");

/** Every model with what its comment says about personal data; "" where it says nothing. */
function markedModels(models: string): { name: string; mark: string }[] {
  return [...models.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{/gmu)].map(([, comment = "", name = ""]) => ({
    name,
    mark: [...comment.matchAll(/^\/\/\/ @(personal|impersonal|staff)$/gmu)].map(([, mark]) => mark).join("+"),
  }));
}

/** What is wrong with the marks and the list of covered models. */
function uncovered(models: string, covered: readonly string[]): string[] {
  const marked = markedModels(models);
  const personal = marked.filter(({ mark }) => mark === "personal").map(({ name }) => name);
  return [
    ...marked
      .filter(({ mark }) => !["personal", "impersonal", "staff"].includes(mark))
      .map(({ name }) => `${name}: no mark`),
    ...personal.filter((name) => !covered.includes(name)).map((name) => `${name}: not covered`),
    ...covered.filter((name) => !personal.includes(name)).map((name) => `${name}: covered, but not personal`),
  ];
}

describe("personal data", () => {
  it("is marked in every model, and every personal model is covered", () => {
    expect(markedModels(MODELS).length).toBeGreaterThan(20);
    expect(uncovered(MODELS, Object.keys(PERSONAL_DATA))).toEqual([]);
  });

  it("would notice a model without a mark, and a personal one that is not covered", () => {
    const models = "model A {\n}\n/// @personal\nmodel B {\n}\n/// words\n/// @impersonal\nmodel C {\n}\n";
    expect(uncovered(models, ["D"])).toEqual([
      "A: no mark",
      "B: not covered",
      "D: covered, but not personal",
    ]);
  });
});

const personalModels = Object.keys(PERSONAL_DATA);

eachDatabase("personal data", (given) => {
  /** What staff were told of somebody in their group, and what one of them wrote there in reply. */
  async function standsAtStaff(room: Person, about: string, marker: string, seq: number): Promise<void> {
    const { client } = given.database;
    const { conversationId } = room;
    await client.$transaction((tx) =>
      say(
        tx,
        conversationId,
        { text: marker },
        { author: "bot", priority: 0, inReplyTo: null, about, now: NOW },
      ),
    );
    await client.outgoingMessage.updateMany({ where: { aboutId: about }, data: { ref: marker } });
    await client.inboxMessage.create({
      data: {
        id: newId(),
        conversationId,
        externalId: marker,
        replyTo: marker,
        seq,
        sender: "lan",
        isGroup: true,
        mentioned: true,
        content: JSON.stringify({ kind: "text", text: `Chào ${marker}` }),
        sentAt: NOW,
        receivedAt: NOW,
        status: "done",
        notBefore: NOW,
      },
    });
  }

  /** Leaves something of this person in every personal table. */
  async function fill(person: Person, marker: string, eventId: string): Promise<void> {
    const { client } = given.database;
    const { conversationId } = person;
    const line = (externalId: string, seq: number) => ({
      id: newId(),
      conversationId,
      externalId,
      seq,
      sender: person.who(NOW).sender,
      senderName: marker,
      isGroup: false,
      mentioned: true,
      content: JSON.stringify({ kind: "text", text: marker }),
      sentAt: NOW,
      receivedAt: NOW,
      status: "done",
      notBefore: NOW,
    });
    await client.inboxMessage.create({ data: line("earlier", 100) });
    await client.inboxMessage.create({ data: line(person.who(later(1)).messageId, 101) });
    await client.conversation.update({
      where: { id: conversationId },
      data: { state: JSON.stringify({ questions: [marker] }) },
    });
    await client.$transaction((tx) =>
      say(tx, conversationId, { text: marker }, { author: "bot", priority: 0, inReplyTo: null, now: NOW }),
    );
    await client.askedQuestion.create({
      data: {
        id: newId(),
        conversationId,
        messageId: "earlier",
        channel: "test",
        question: marker,
        searchText: marker,
        route: "documents",
        outcome: "unanswerable",
        confidence: 0,
        answer: marker,
        askedAt: NOW,
        tookMs: 1,
      },
    });
    const file = await createFiles(given.database).keep(
      person.who(NOW).address,
      { name: `${marker}.txt`, mediaType: "text/plain", content: new TextEncoder().encode(marker) },
      NOW,
    );
    const own = enterprise({ name: marker, communeText: marker });
    const submitter = { name: marker, phone: marker };
    await person.registers(eventId, [{ name: marker, phone: marker, position: marker }], {
      enterprise: own,
      submitter,
      consents: [{ ...agree("registration"), wording: marker }],
    });
    await person.does({
      kind: "submit_request",
      requestKind: "so_hoa",
      description: marker,
      enterprise: own,
      submitter,
      fileIds: [file.id],
      background: [marker],
      consents: [],
    });
    await person.does({ kind: "call_staff", lastWords: marker, hold: false });
    await person.does({ kind: "follow", topics: ["lop"], consents: [agree("announcement")] });
    await person.does({ kind: "make_contact_code" });
    await person.does({ kind: "correct_person", person: submitter });
    const request = (await person.mine()).requests[0];
    await answerRequest(
      deskOver(given.database).desk,
      by,
      { id: request?.id ?? "", revision: null },
      marker,
      "in_progress",
    );
    const announcementId = newId();
    await client.announcement.create({
      data: { id: announcementId, title: "Lớp mới", body: "", author: "lan", createdAt: NOW, updatedAt: NOW },
    });
    const { contactId } = await client.channelAddress.findFirstOrThrow({
      where: { chat: person.who(NOW).address.chat },
    });
    await client.delivery.create({
      data: { id: newId(), announcementId, contactId, reason: marker, notBefore: NOW, createdAt: NOW },
    });
  }

  it("is gone from every table after the erasure, and that of others is not", async () => {
    const { event, person } = deskOver(given.database);
    const [hoa, binh, lan] = [await person("hoa"), await person("binh"), await person("lan")];
    const id = await event({ capacity: 2 });
    await fill(hoa, "DẤU-VẾT-CỦA-HOA", id);
    await fill(binh, "DẤU-VẾT-CỦA-BÌNH", id);
    const room = await person("nhóm cán bộ");
    await standsAtStaff(room, hoa.conversationId, "DẤU-VẾT-CỦA-HOA", 900);
    await standsAtStaff(room, binh.conversationId, "DẤU-VẾT-CỦA-BÌNH", 901);
    await lan.registers(id, [{ name: "Lan", phone: null, position: null }]);

    const before = await wholeDatabase(given.database);
    for (const model of personalModels) expect(before.get(model), model).not.toBe("");
    // Otherwise the search below would find nothing because there was nothing.
    const marked = [...before].filter(([, text]) => text.includes("DẤU-VẾT-CỦA-HOA")).map(([name]) => name);
    expect(marked.length).toBeGreaterThanOrEqual(11);

    expect(await hoa.does({ kind: "erase_me" }, later(1))).toEqual({
      kind: "erased",
      registrationsCancelled: 1,
      requestsWithdrawn: 2,
    });

    const after = await wholeDatabase(given.database);
    for (const [name, text] of after) expect(text, name).not.toContain("DẤU-VẾT-CỦA-HOA");
    for (const name of marked) expect(after.get(name), name).toContain("DẤU-VẾT-CỦA-BÌNH");
    expect(await hoa.mine()).toMatchObject({ person: null, registrations: [], requests: [], consents: [] });
    // What is counted is still counted, and the seat went to the one who waited.
    expect(await given.database.client.registration.count()).toBe(3);
    expect(await given.database.client.supportRequest.count()).toBe(4);
    expect(await lan.hears()).toHaveLength(1);
    expect(await given.database.client.dataRequest.findMany({ where: { kind: "erase" } })).toMatchObject([
      { contactId: null, doneAt: later(1) },
    ]);
  });

  it("leaves an enterprise that others speak for, or that counts as a result", async () => {
    const { event, person } = deskOver(given.database);
    const { client } = given.database;
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const [one, two] = [await event(), await event()];
    const named = (name: string) => ({ enterprise: enterprise({ name }) });
    await hoa.registers(one, [{ name: "A", phone: null, position: null }], named("Chung"));
    await hoa.registers(two, [{ name: "B", phone: null, position: null }], named("Có kết quả"));
    await binh.does({ kind: "call_staff", lastWords: "", hold: false });
    const shared = await client.enterprise.findFirstOrThrow({ where: { name: "Chung" } });
    const counted = await client.enterprise.findFirstOrThrow({ where: { name: "Có kết quả" } });
    const other = await client.channelAddress.findFirstOrThrow({ where: { chat: "binh" } });
    await client.enterpriseContact.create({
      data: {
        id: newId(),
        enterpriseId: shared.id,
        contactId: other.contactId,
        createdAt: NOW,
        updatedAt: NOW,
      },
    });
    await client.supportResult.create({
      data: { id: newId(), enterpriseId: counted.id, year: 2026, kind: "iso", createdAt: NOW },
    });
    await hoa.does({ kind: "erase_me" });
    const names = await client.enterprise.findMany({ select: { name: true }, orderBy: { name: "asc" } });
    expect(names.map(({ name }) => name)).toEqual(["Chung", "Có kết quả"]);
  });

  it("can be erased where nothing was ever kept, and in a group without touching what others wrote", async () => {
    const { person } = deskOver(given.database);
    const { client } = given.database;
    const hoa = await person("nhóm");
    const line = (sender: string, seq: number) => ({
      id: newId(),
      conversationId: hoa.conversationId,
      externalId: `${sender}-1`,
      seq,
      sender,
      isGroup: true,
      mentioned: true,
      content: JSON.stringify({ kind: "text", text: sender }),
      sentAt: NOW,
      receivedAt: NOW,
      status: "done",
      notBefore: NOW,
    });
    await client.inboxMessage.createMany({ data: [line("nhóm", 50), line("người khác", 51)] });
    for (const inReplyTo of ["nhóm-1", "người khác-1"]) {
      await client.$transaction((tx) =>
        say(tx, hoa.conversationId, { text: inReplyTo }, { author: "bot", priority: 0, inReplyTo, now: NOW }),
      );
    }
    expect(await hoa.does({ kind: "erase_me" })).toMatchObject({ kind: "erased", registrationsCancelled: 0 });
    expect((await client.inboxMessage.findMany()).map(({ sender }) => sender)).toEqual(["người khác"]);
    expect((await hoa.hears()).map(({ text }) => text)).toEqual(["người khác-1"]);
  });

  it("is corrected, followed and unfollowed by its owner alone, and a consent can be taken back", async () => {
    const { event, person } = deskOver(given.database);
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const withdraw = { kind: "withdraw_consent", purpose: "registration" } as const;
    const follow = { kind: "follow", topics: ["lop", "ma_vach"], consents: [] } as const;
    const fix = { kind: "correct_person", person: { name: "Lê Thị Hòa", phone: "0914000111" } } as const;
    const rename = { kind: "correct_enterprise", enterprise: enterprise({ name: "Tên mới" }) } as const;
    for (const command of [fix, rename]) {
      expect(await binh.does(command)).toEqual({ kind: "declined", why: "not_yours" });
    }
    expect(await binh.does(withdraw)).toEqual({ kind: "declined", why: "already_settled" });
    expect(await binh.does(follow)).toEqual({ kind: "declined", why: "consent_missing" });
    expect(await binh.does({ kind: "unfollow", topics: ["lop"] })).toEqual({
      kind: "topics_changed",
      topics: [],
    });

    const id = await event();
    await hoa.registers(id, [{ name: "A", phone: null, position: null }]);
    expect(await hoa.does(fix)).toEqual({ kind: "corrected" });
    expect(await hoa.does(rename)).toEqual({ kind: "corrected" });
    expect(await hoa.mine()).toMatchObject({
      person: fix.person,
      enterprise: { name: "Tên mới" },
      registrations: [{ submitter: fix.person, enterprise: { name: "Tên mới" } }],
    });
    const both = { kind: "topics_changed", topics: ["lop", "ma_vach"] };
    expect(await hoa.does({ ...follow, consents: [agree("announcement")] })).toEqual(both);
    expect(await hoa.does(follow)).toEqual(both);

    expect(await hoa.does({ ...withdraw, purpose: "announcement" })).toMatchObject({
      kind: "consent_withdrawn",
      dueAt: later(15 * 86_400_000),
    });
    expect(await hoa.does(withdraw)).toMatchObject({ kind: "consent_withdrawn" });
    expect(await hoa.mine()).toMatchObject({ topics: [], consents: [] });
    expect(await hoa.registers(id, [{ name: "B", phone: null, position: null }], { consents: [] })).toEqual({
      kind: "declined",
      why: "consent_missing",
    });
    // Somebody is still registered under the consent that was taken back: staff look at it in time.
    const requests = await given.database.client.dataRequest.findMany({ where: { kind: "withdraw" } });
    expect(requests.map(({ doneAt }) => doneAt === null).sort()).toEqual([false, true]);
  });
});
