import { expect, it } from "vitest";
import { dropLateReminders } from "../../../../../src/adapters/prisma/jobs/announcements.ts";
import {
  remindOfClasses,
  remindOfFees,
  remindOfOffers,
} from "../../../../../src/adapters/prisma/jobs/reminders.ts";
import { postponeEvent } from "../../../../../src/adapters/prisma/staff/events.ts";
import { releaseHold, takeHold } from "../../../../../src/adapters/prisma/staff/holds.ts";
import type { Citation } from "../../../../../src/answer/answer.ts";
import { announcingOver, type Announcing } from "../../../../support/announcing.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { by, DAY, HOUR, later, NOW, people } from "../../../../support/registry.ts";

const channels = () => ({});
/** The class begins on 3/12 at nine; the day before, eight in the morning: */
const CLASS_DUE = new Date("2026-12-02T01:00:00Z");
const BASIS: Citation = {
  document: "232/2016/TT-BTC",
  title: "Thông tư về phí cấp mã số mã vạch",
  section: "Điều 4 khoản 6",
  kind: "tóm tắt",
  text: "Phí duy trì mã số mã vạch từ năm thứ hai nộp chậm nhất ngày 30/6 hằng năm.",
  validity: "Còn hiệu lực.",
};
/** A Wednesday, two working weeks before the last day, nine in the morning. */
const FEE_DUE = new Date("2027-06-16T02:00:00Z");
const FEE_OVER = new Date("2027-06-30T17:00:00Z");

eachDatabase("reminders", (given) => {
  const office = () => announcingOver(given.database);
  const fees = ({ desk }: Announcing, now: Date, basis: Citation | null = BASIS) => {
    const reported: string[] = [];
    const parts = { channels, basis: () => basis, report: (message: string) => reported.push(message) };
    return remindOfFees(desk, parts, now).then((count) => ({ count, reported }));
  };

  /** A class with one seat, which is offered to the second person. Until the next day at nine. */
  async function offered(here: Announcing) {
    const [hoa, binh] = [await here.person("hoa"), await here.person("binh")];
    const id = await here.event({ capacity: 1 });
    await hoa.registers(id, people(1));
    await binh.registers(id, people(1, "Bình"));
    const attendeeIds = (await hoa.mine()).registrations[0]?.attendees.map((one) => one.id) ?? [];
    await hoa.does({ kind: "cancel_attendees", attendeeIds });
    await here.sends(NOW);
    return binh;
  }

  it("tell those who have a seat once, from the morning of the day before, and not who waits", async () => {
    const here = office();
    const [hoa, binh] = [await here.person("hoa"), await here.person("binh")];
    const id = await here.event({ capacity: 2 });
    await hoa.registers(id, people(2));
    await binh.registers(id, people(1, "Bình"));
    expect(await remindOfClasses(here.desk, channels, new Date(CLASS_DUE.getTime() - 1))).toBe(0);
    expect(await remindOfClasses(here.desk, channels, CLASS_DUE)).toBe(1);
    expect(await remindOfClasses(here.desk, channels, new Date(CLASS_DUE.getTime() + HOUR))).toBe(0);
    expect(await here.sends(CLASS_DUE)).toEqual(["hoa"]);
    const said = await hoa.hears();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ priority: 1 });
    expect(said[0]?.text).toMatch(/9:00–12:00 .*3\/12\/2026, tại Hội trường[\s\S]*Người a, Người b/u);
    expect(await binh.hears()).toEqual([]);
  });

  it("of a class need no consent to announcements, and keep the quiet hours", async () => {
    const here = office();
    const hoa = await here.follower("hoa");
    await hoa.registers(await here.event(), people(1));
    await hoa.does({ kind: "withdraw_consent", purpose: "announcement" });
    const night = new Date("2026-12-02T15:00:00Z");
    expect(await remindOfClasses(here.desk, channels, night)).toBe(1);
    expect(await here.sends(night)).toEqual([]);
    expect(await here.sends(new Date("2026-12-02T23:00:00Z"))).toEqual(["hoa"]);
  });

  it("reach a person where they wrote last, and are not made for who blocked the bot", async () => {
    const here = office();
    const [hoa, zalo, binh] = [
      await here.person("hoa"),
      await here.person("hoa-zalo"),
      await here.person("b"),
    ];
    const id = await here.event({ capacity: 3 });
    await hoa.registers(id, people(1));
    await binh.registers(id, people(1, "Bình"));
    const made = await hoa.does({ kind: "make_contact_code" });
    if (made.kind !== "contact_code_made") throw new Error(made.kind);
    await zalo.does({ kind: "join_contacts", code: made.code });
    const { client } = given.database;
    await client.conversation.update({
      where: { id: zalo.conversationId },
      data: { lastMessageAt: later(1) },
    });
    await client.conversation.update({ where: { id: binh.conversationId }, data: { blockedAt: NOW } });
    expect(await remindOfClasses(here.desk, channels, CLASS_DUE)).toBe(2);
    expect(await here.sends(CLASS_DUE)).toEqual(["hoa-zalo"]);
    expect((await here.standing()).sort()).toEqual(["sent", "skipped: blocked"]);
  });

  it("say nothing of what is over when staff are done talking, and come again for a new date", async () => {
    const here = office();
    const hoa = await here.person("hoa");
    const id = await here.event();
    await hoa.registers(id, people(1));
    await hoa.does({ kind: "call_staff", lastWords: "", hold: true });
    await takeHold(here.desk, by, hoa.conversationId);
    await remindOfClasses(here.desk, channels, CLASS_DUE);
    expect(await here.sends(CLASS_DUE)).toEqual([]);
    const startsAt = later(20 * DAY);
    const session = { startsAt, endsAt: later(20 * DAY + HOUR), place: "Hội trường" };
    await postponeEvent(here.desk, by, id, [session]);
    await releaseHold(here.desk, by, hoa.conversationId);
    expect(await here.sends(CLASS_DUE)).toEqual([]);
    expect(await here.standing()).toEqual(["skipped: moot"]);
    await given.database.client.event.update({ where: { id }, data: { status: "open" } });
    const due = new Date(startsAt.getTime() - 20 * HOUR);
    expect(await remindOfClasses(here.desk, channels, due)).toBe(1);
    expect(await here.sends(due)).toEqual(["hoa"]);
  });

  it("of an offered seat come once some hours before it goes to the next, before the night", async () => {
    const here = office();
    const binh = await offered(here);
    // Four hours before nine is night, so in the evening at eight.
    const evening = new Date("2026-11-23T13:00:00Z");
    expect(await remindOfOffers(here.desk, channels, new Date(evening.getTime() - 1))).toBe(0);
    expect(await remindOfOffers(here.desk, channels, evening)).toBe(1);
    expect(await remindOfOffers(here.desk, channels, new Date(evening.getTime() + HOUR))).toBe(0);
    expect(await here.sends(evening)).toEqual(["binh"]);
    const last = (await binh.hears()).at(-1);
    expect(last?.text).toMatch(/sắp hết hạn giữ chỗ của Bình a[\s\S]*9:00 thứ Ba 24\/11\/2026/u);
    expect(last?.choices?.map(({ typed }) => typed)).toHaveLength(2);
  });

  it("of an offered seat do not come to who has answered, nor after it is gone", async () => {
    const here = office();
    const binh = await offered(here);
    const evening = new Date("2026-11-23T13:00:00Z");
    expect(await remindOfOffers(here.desk, channels, evening)).toBe(1);
    const attendee = (await binh.mine()).registrations[0]?.attendees[0];
    await binh.does({ kind: "answer_offer", attendeeId: attendee?.id ?? "", accept: true }, evening);
    expect(await here.sends(evening)).toEqual([]);
    expect(await here.standing()).toEqual(["skipped: moot"]);
  });

  it("are dropped when their time is over", async () => {
    const here = office();
    const hoa = await here.person("hoa");
    await hoa.registers(await here.event(), people(1));
    await remindOfClasses(here.desk, channels, CLASS_DUE);
    const begun = later(10 * DAY);
    expect(await here.sends(begun)).toEqual([]);
    expect(await dropLateReminders(here.desk, begun)).toBe(1);
    expect(await here.standing()).toEqual(["skipped: expired"]);
  });

  it("of the fee come once a year to who asked, with what they rest on and how to end them", async () => {
    const here = office();
    const hoa = await here.follower("hoa", ["nhac_phi"]);
    await here.follower("binh", ["lop"]);
    expect(await fees(here, new Date(FEE_DUE.getTime() - 1))).toMatchObject({ count: 0 });
    expect(await fees(here, FEE_DUE)).toMatchObject({ count: 1 });
    expect(await fees(here, new Date(FEE_DUE.getTime() + DAY))).toMatchObject({ count: 0 });
    expect(await here.sends(FEE_DUE)).toEqual(["hoa"]);
    const [said] = await hoa.hears();
    expect(said?.text).toMatch(/chậm nhất thứ Tư 30\/6\/2027[\s\S]*gõ “ngừng”/u);
    expect(said?.citations).toEqual([BASIS]);
    expect(said?.choices).toMatchObject([{ typed: "ngừng" }]);
    expect(await fees(here, new Date(FEE_DUE.getTime() + 366 * DAY))).toMatchObject({ count: 1 });
  });

  it("of the fee obey whoever ends them, in one word or topic by topic, and end with the last day", async () => {
    const here = office();
    const [an, binh] = [await here.follower("an", ["nhac_phi"]), await here.follower("binh", ["nhac_phi"])];
    await here.follower("chi", ["nhac_phi"]);
    expect(await fees(here, FEE_DUE)).toMatchObject({ count: 3 });
    await an.does({ kind: "withdraw_consent", purpose: "announcement" });
    await binh.does({ kind: "unfollow", topics: ["nhac_phi"] });
    expect((await here.standing()).sort()).toEqual(["queued", "skipped: opted_out", "skipped: opted_out"]);
    expect(await here.sends(FEE_OVER)).toEqual([]);
    expect(await fees(here, FEE_OVER)).toMatchObject({ count: 0 });
    expect(await dropLateReminders(here.desk, FEE_OVER)).toBe(1);
  });

  it("of the fee come once to somebody who joined two channels", async () => {
    const here = office();
    const [an, zalo] = [await here.follower("an", ["nhac_phi"]), await here.follower("zalo", ["nhac_phi"])];
    expect(await fees(here, FEE_DUE)).toMatchObject({ count: 2 });
    const made = await an.does({ kind: "make_contact_code" }, FEE_DUE);
    if (made.kind !== "contact_code_made") throw new Error(made.kind);
    expect(await zalo.does({ kind: "join_contacts", code: made.code }, FEE_DUE)).toEqual({
      kind: "contacts_joined",
    });
    expect(await here.sends(FEE_DUE)).toHaveLength(1);
    expect(await fees(here, FEE_DUE)).toMatchObject({ count: 0 });
  });

  it("of the fee stay away while nothing in force says so, and operators are told", async () => {
    const here = office();
    await here.follower("hoa", ["nhac_phi"]);
    expect(await fees(here, FEE_DUE, null)).toEqual({
      count: 0,
      reported: [expect.stringContaining("1 people are not reminded") as string],
    });
    expect(await here.standing()).toEqual([]);
  });
});
