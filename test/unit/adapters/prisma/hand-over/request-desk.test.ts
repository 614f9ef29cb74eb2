import { expect, it } from "vitest";
import { createRequestDesk } from "../../../../../src/adapters/prisma/console/requests.ts";
import { createFiles } from "../../../../../src/adapters/prisma/files.ts";
import type { RequestAt, RequestFilter } from "../../../../../src/console/requests/port.ts";
import type { Command } from "../../../../../src/registry/commands.ts";
import { eachDatabase } from "../../../../support/database.ts";
import { agree, by, calendar, DAY, deskOver, enterprise, later, NOW } from "../../../../support/registry.ts";
import { employs } from "../../../../support/staff.ts";

const MINH = { actor: "minh", now: NOW };
const ALL: RequestFilter = { status: null, kind: null, assignedTo: null, overdue: false, words: "" };
const FIRST_PAGE = { page: 1, perPage: 20 };

function asking(name: string, requestKind: "so_hoa" | "chung_nhan" = "so_hoa") {
  return {
    kind: "submit_request",
    requestKind,
    description: "Cần máy in nhãn",
    enterprise: enterprise({ name }),
    submitter: { name: "Lê Thị Hoa", phone: "0905123456" },
    fileIds: [] as string[],
    background: ["Cây trồng: rau"],
    consents: [agree("registration")],
  } satisfies Extract<Command, { kind: "submit_request" }>;
}

eachDatabase("requests in the hands of staff", (given) => {
  const here = () => deskOver(given.database);
  const desk = () => createRequestDesk(here().desk);
  const at = async (code: string): Promise<RequestAt> => {
    const { id, revision } = await given.database.client.supportRequest.findUniqueOrThrow({
      where: { code },
    });
    return { id, revision };
  };
  const asks = async (chat: string, name = `HTX ${chat}`) => {
    const person = await here().person(chat);
    const outcome = await person.does(asking(name));
    if (outcome.kind !== "request_received") throw new Error(outcome.kind);
    return { person, code: outcome.code, last: async () => (await person.hears()).at(-1)?.text };
  };

  it("are listed by due date, filtered, found by code and name, and counted", async () => {
    await employs(given.database, "lan", { name: "Lan" });
    const [hoa, binh] = [await asks("hoa", "HTX Rau Sạch"), await asks("bình", "Mắm Cô Bình")];
    await given.database.client.supportRequest.update({
      where: { code: binh.code },
      data: { dueAt: later(-DAY), submitterName: "Trần Bình" },
    });
    expect(await desk().assign(by, await at(hoa.code), "lan")).toEqual({ kind: "done", told: false });
    const codes = async (filter: Partial<RequestFilter>, window = FIRST_PAGE) => {
      const { lines, total } = await desk().list({ ...ALL, ...filter }, window, NOW);
      return [...lines.map(({ code }) => code), total];
    };
    expect(await codes({})).toEqual([binh.code, hoa.code, 2]);
    expect(await codes({}, { page: 2, perPage: 1 })).toEqual([hoa.code, 2]);
    expect(await codes({ overdue: true })).toEqual([binh.code, 1]);
    expect(await codes({ assignedTo: { id: "lan" } })).toEqual([hoa.code, 1]);
    expect(await codes({ assignedTo: "nobody", status: "open" })).toEqual([binh.code, 1]);
    expect(await codes({ status: "assigned" })).toEqual([hoa.code, 1]);
    expect(await codes({ status: "settled" })).toEqual([0]);
    expect(await codes({ kind: "chung_nhan" })).toEqual([0]);
    for (const words of ["rau sach", "RAU SẠCH", hoa.code.toLowerCase(), "Lê Thị"])
      expect(await codes({ words }), words).toEqual([hoa.code, 1]);
    expect(await desk().counts("lan", NOW)).toEqual({ open: 2, overdue: 1, unassigned: 1, mine: 1 });
    const [late] = (await desk().list(ALL, FIRST_PAGE, NOW)).lines;
    expect(late).toMatchObject({ enterprise: "Mắm Cô Bình", submitter: "Trần Bình", isOverdue: true });
    expect(await desk().staff()).toEqual([{ id: "lan", name: "Lan" }]);
  });

  it("tell the second of two who change one at once, and overwrite nothing", async () => {
    await employs(given.database, "lan");
    await employs(given.database, "minh");
    const { code, person } = await asks("hoa");
    const seen = await at(code);
    const other = createRequestDesk({ ...here().desk, database: await given.another() });
    const done = await Promise.all([
      desk().answer(by, seen, "Lan trả lời", "guided"),
      other.answer(MINH, seen, "Minh trả lời", "guided"),
    ]);
    expect(done.map(({ kind }) => kind).sort()).toEqual(["done", "stale"]);
    expect(done.find(({ kind }) => kind === "stale")).toMatchObject({ revision: seen.revision + 1 });
    expect(await person.hears()).toHaveLength(1);
    const request = await given.database.client.supportRequest.findUniqueOrThrow({ where: { code } });
    expect(request.assignedTo).toBe(done[0].kind === "done" ? "lan" : "minh");

    // What the person adds is a change as well.
    const open = await asks("bình");
    const before = await at(open.code);
    await open.person.does({ kind: "add_to_request", requestId: before.id, text: "thêm", fileIds: [] });
    for (const refused of [
      await desk().refuse(by, before, { reason: "x", basis: "y" }),
      await desk().assign(by, before, "lan"),
      await desk().forward(by, before, { agency: "x", text: "" }),
      await desk().reopen(by, before, ""),
      await desk().merge(by, before, await at(code)),
      await desk().merge(by, await at(open.code), { ...(await at(code)), revision: 0 }),
    ]) {
      expect(refused.kind).toBe("stale");
    }
    expect(await desk().answer(by, { id: "none", revision: 0 }, "x", "guided")).toEqual({
      kind: "not_found",
    });
  });

  it("ask for more in the person's chat, and the answer comes back into the request", async () => {
    const { code, person } = await asks("hoa");
    expect(await desk().askInfo(by, await at(code), "Chụp giúp cái nhãn")).toEqual({
      kind: "done",
      told: true,
    });
    const [question] = await person.hears();
    expect(question?.text).toContain(
      `Để xử lý yêu cầu ${code}, cán bộ cần anh/chị bổ sung:\nChụp giúp cái nhãn`,
    );
    expect(question?.choices?.[0]).toEqual({ label: "Bổ sung ngay", value: `go:my_requests:add.${code}` });
    const photo = await createFiles(given.database).keep(
      person.who(NOW).address,
      { name: "nhãn.png", mediaType: "image/png", content: new Uint8Array([7]) },
      NOW,
    );
    const { id } = await at(code);
    await person.does({ kind: "add_to_request", requestId: id, text: "đây ạ", fileIds: [photo.id] });
    const details = await desk().one(id, NOW);
    expect(details).toMatchObject({
      status: "in_progress",
      claim: "claimed",
      conversationId: person.conversationId,
      background: ["Cây trồng: rau"],
      entries: [
        { author: "person", status: "received" },
        { author: "staff", text: "Chụp giúp cái nhãn", status: "needs_info" },
        { author: "person", text: "đây ạ", status: "in_progress", files: [{ name: "nhãn.png" }] },
      ],
    });
    expect((await desk().file(id, photo.id))?.content).toEqual(new Uint8Array([7]));
    const binh = await asks("bình");
    expect(await desk().file((await at(binh.code)).id, photo.id)).toBeNull();
    await desk().lookedAt(by, id);
    expect(
      await given.database.client.auditEntry.count({ where: { action: "request.looked_at", subject: id } }),
    ).toBe(1);
  });

  it("are forwarded, refused with reason and basis, and opened again for a month", async () => {
    const { code, last, person } = await asks("hoa");
    expect(await desk().forward(by, await at(code), { agency: " ", text: "" })).toEqual({ kind: "no_words" });
    expect(await desk().forward(by, await at(code), { agency: "Sở Công Thương", text: "Số 12/CV" })).toEqual({
      kind: "done",
      told: true,
    });
    expect(await last()).toBe(`Yêu cầu ${code} của anh/chị được chuyển đến Sở Công Thương xử lý.\nSố 12/CV`);
    expect(await desk().forward(by, await at(code), { agency: "x", text: "" })).toEqual({
      kind: "not_allowed",
      from: "forwarded",
    });
    expect(await desk().reopen(by, await at(code), "Sở Công Thương trả lại")).toEqual({
      kind: "done",
      told: true,
    });
    const why = { reason: "Hộ kinh doanh không thuộc đối tượng", basis: "NĐ 268/2025/NĐ-CP, Điều 9" };
    expect(await desk().refuse(by, await at(code), { ...why, basis: "" })).toEqual({ kind: "no_words" });
    expect(await desk().refuse(by, await at(code), why)).toEqual({ kind: "done", told: true });
    expect(await last()).toContain(`Lý do: ${why.reason}\nCăn cứ: ${why.basis}`);
    const late = { ...by, now: later(31 * DAY) };
    expect(await desk().reopen(late, await at(code), "")).toEqual({ kind: "too_late" });
    const next = await person.does(asking("HTX hoa"));
    expect(await desk().reopen(by, await at(code), "")).toEqual({
      kind: "other_open",
      code: (next as { code: string }).code,
    });
    await person.does({
      kind: "withdraw_request",
      requestId: (await at((next as { code: string }).code)).id,
    });
    const soon = { ...by, now: later(29 * DAY) };
    expect(await desk().reopen(soon, await at(code), "")).toMatchObject({ kind: "done" });
    expect(await desk().one((await at(code)).id, NOW)).toMatchObject({
      agency: "Sở Công Thương",
      reason: why.reason,
      basis: why.basis,
      settledAt: null,
      dueAt: calendar.addWorkingDays(soon.now, 5),
    });
  });

  it("stay settled, whatever is posted: only opening one again leads on", async () => {
    const [hoa, binh] = [await asks("hoa"), await asks("bình")];
    await desk().answer(by, await at(hoa.code), "Đã hướng dẫn", "guided");
    const before = await given.database.client.supportRequest.findUniqueOrThrow({
      where: { code: hoa.code },
      include: { entries: true },
    });
    const said = await hoa.last();
    const seen = await at(hoa.code);
    const why = { reason: "Không thuộc đối tượng", basis: "NĐ 268/2025/NĐ-CP, Điều 9" };
    const refused = { kind: "not_allowed", from: "guided" };
    for (const to of ["in_progress", "guided", "accepted", "supporting", "completed"] as const) {
      expect(await desk().answer(by, seen, "Lại nữa", to), to).toEqual(refused);
    }
    expect(await desk().askInfo(by, seen, "Lại nữa")).toEqual(refused);
    expect(await desk().forward(by, seen, { agency: "Sở Công Thương", text: "" })).toEqual(refused);
    expect(await desk().refuse(by, seen, why)).toEqual(refused);
    expect(await desk().merge(by, seen, await at(binh.code))).toEqual(refused);
    expect(await desk().assign(by, seen, "lan")).toEqual(refused);
    const after = await given.database.client.supportRequest.findUniqueOrThrow({
      where: { code: hoa.code },
      include: { entries: true },
    });
    expect(after).toEqual(before);
    expect(await hoa.last()).toBe(said);
    expect(await desk().reopen(by, seen, "")).toMatchObject({ kind: "done" });
  });

  it("are joined by hand: both who asked are told, and both hear the answer", async () => {
    const [hoa, binh, an] = [await asks("hoa"), await asks("bình"), await asks("an")];
    expect(await desk().merge(by, await at(hoa.code), await at(hoa.code))).toMatchObject({
      kind: "not_allowed",
    });
    expect(await desk().merge(by, await at(an.code), await at(hoa.code))).toMatchObject({ kind: "done" });
    expect(await desk().merge(by, await at(hoa.code), await at(binh.code))).toEqual({
      kind: "done",
      told: true,
    });
    expect(await hoa.last()).toContain(`Yêu cầu ${hoa.code} được gộp vào ${binh.code}`);
    expect(await binh.last()).toBeUndefined();
    expect((await hoa.person.mine()).requests).toMatchObject([{ status: "merged" }]);
    expect(await desk().answer(by, await at(hoa.code), "x", "guided")).toEqual({
      kind: "not_allowed",
      from: "merged",
    });
    expect(await desk().merge(by, await at(binh.code), await at(hoa.code))).toEqual({
      kind: "not_allowed",
      from: "merged",
    });
    await desk().answer(by, await at(binh.code), "Đã có máy", "guided");
    for (const one of [hoa, binh, an]) expect(await one.last()).toContain("Đã có máy");
    const { id } = await at(binh.code);
    expect(await desk().one(id, NOW)).toMatchObject({
      mergedFrom: [{ code: hoa.code }, { code: an.code }],
      mergedInto: null,
    });
    // Nothing is open any more, so that the enterprise may ask again.
    expect(await hoa.person.does(asking("HTX hoa"))).toMatchObject({ alreadyOpen: false });
  });

  it("are given only to those who may work on them", async () => {
    await employs(given.database, "lan");
    await employs(given.database, "hội", { role: "partner" });
    await employs(given.database, "cũ", { disabledAt: NOW });
    const { code } = await asks("hoa");
    for (const nobody of ["hội", "cũ", "ai"]) {
      expect(await desk().assign(by, await at(code), nobody)).toEqual({ kind: "not_staff" });
    }
    await desk().assign(by, await at(code), "lan");
    await desk().answer(by, await at(code), "Xong", "guided");
    expect(await desk().assign(by, await at(code), "lan")).toEqual({ kind: "not_allowed", from: "guided" });
  });
});
