import { expect, it } from "vitest";
import { createFiles } from "../../../../src/adapters/prisma/files.ts";
import { releaseHold, sayAsStaff, takeHold } from "../../../../src/adapters/prisma/staff/holds.ts";
import { answerRequest } from "../../../../src/adapters/prisma/staff/requests.ts";
import type { Command } from "../../../../src/registry/commands.ts";
import { eachDatabase } from "../../../support/database.ts";
import { agree, by, calendar, DAY, deskOver, enterprise, later, NOW } from "../../../support/registry.ts";

const asking: Extract<Command, { kind: "submit_request" }> = {
  kind: "submit_request",
  requestKind: "chung_nhan",
  description: "Muốn làm VietGAP <b>cho</b> rau'; DROP TABLE",
  enterprise: enterprise(),
  submitter: { name: "Lê Thị Hoa", phone: "0905123456" },
  fileIds: [],
  background: ["Cây trồng: rau"],
  consents: [agree("registration")],
};

eachDatabase("requests", (given) => {
  const here = () => deskOver(given.database);

  it("keeps one open request of a kind, with its files and its due date", async () => {
    const { person } = here();
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    const files = createFiles(given.database);
    const content = new Uint8Array([1, 2]);
    const photo = { name: "vườn.jpg", mediaType: "image/jpeg", content };
    const own = await files.keep(hoa.who(NOW).address, photo, NOW);
    const foreign = await files.keep(binh.who(NOW).address, photo, NOW);

    const first = await hoa.does({ ...asking, fileIds: [own.id, foreign.id] });
    expect(first).toMatchObject({ kind: "request_received", alreadyOpen: false });
    expect(first).toHaveProperty("dueAt", calendar.addWorkingDays(NOW, 5));
    const code = (first as { code: string }).code;
    expect(code).toMatch(/^YC-[0-9A-Z]{7}$/);
    expect((await hoa.mine()).requests).toMatchObject([
      {
        code,
        status: "received",
        description: asking.description,
        files: [{ id: own.id, name: "vườn.jpg" }],
      },
    ]);

    expect(await hoa.does(asking)).toMatchObject({ code, alreadyOpen: true });
    expect(await hoa.does({ ...asking, requestKind: "so_hoa" })).toMatchObject({ alreadyOpen: false });
    expect(await binh.does(asking)).toMatchObject({ alreadyOpen: false });
    expect(await given.database.client.supportRequest.count()).toBe(3);
    expect(await (await person("lan")).does({ ...asking, consents: [] })).toEqual({
      kind: "declined",
      why: "consent_missing",
    });
  });

  it("is added to, withdrawn and opened again by the one who made it", async () => {
    const { person, desk } = here();
    const [hoa, binh] = [await person("hoa"), await person("binh")];
    await hoa.does(asking);
    const requestId = (await hoa.mine()).requests[0]?.id ?? "";
    const add = { kind: "add_to_request", requestId, text: "thêm ảnh", fileIds: [] } as const;
    const withdraw = { kind: "withdraw_request", requestId } as const;
    const reopen = { kind: "reopen_request", requestId, text: "vẫn cần" } as const;

    for (const command of [add, withdraw, reopen]) {
      expect(await binh.does(command)).toEqual({ kind: "declined", why: "not_yours" });
    }
    expect(await hoa.does(reopen)).toEqual({ kind: "declined", why: "already_settled" });
    await answerRequest(
      desk,
      by,
      { id: requestId, revision: null },
      "Anh/chị gửi thêm ảnh vườn",
      "needs_info",
    );
    expect(await hoa.does(add)).toMatchObject({ kind: "request_changed", status: "in_progress" });
    expect(await hoa.does(withdraw)).toMatchObject({ status: "withdrawn" });
    expect(await hoa.does(withdraw)).toEqual({ kind: "declined", why: "already_settled" });
    expect(await hoa.does(add)).toEqual({ kind: "declined", why: "already_settled" });
    expect(await hoa.does(reopen, later(31 * DAY))).toEqual({ kind: "declined", why: "too_late" });
    expect(await hoa.does(reopen, later(29 * DAY))).toMatchObject({ status: "in_progress" });
    expect((await hoa.mine()).requests[0]?.dueAt).toEqual(calendar.addWorkingDays(later(29 * DAY), 5));
  });

  it("does not open a second one of a kind again", async () => {
    const { person } = here();
    const hoa = await person("hoa");
    await hoa.does(asking);
    const requestId = (await hoa.mine()).requests[0]?.id ?? "";
    await hoa.does({ kind: "withdraw_request", requestId });
    await hoa.does(asking);
    expect(await hoa.does({ kind: "reopen_request", requestId, text: "" })).toEqual({
      kind: "declined",
      why: "already_settled",
    });
  });

  it("brings what staff answer into the person's conversation", async () => {
    const { person, desk } = here();
    const hoa = await person("hoa");
    await hoa.does({ kind: "pass_on", question: "ISO hết bao nhiêu?", reason: "no_basis" });
    const request = (await hoa.mine()).requests[0];
    expect(request).toMatchObject({ kind: "cau_hoi", description: "ISO hết bao nhiêu?" });
    const id = request?.id ?? "";

    expect(await answerRequest(desk, by, { id, revision: null }, "", "completed")).toEqual({
      kind: "not_allowed",
      from: "received",
    });
    expect(await answerRequest(desk, by, { id: "none", revision: null }, "", "guided")).toEqual({
      kind: "not_found",
    });
    expect(
      await answerRequest(desk, by, { id, revision: null }, "Tùy phạm vi, mời anh/chị gọi lại.", "guided"),
    ).toEqual({
      kind: "done",
      told: true,
    });
    expect(await hoa.hears()).toMatchObject([
      {
        author: "staff",
        text: expect.stringMatching(/^Cán bộ trả lời yêu cầu YC-\w+ của anh\/chị:\nTùy phạm vi/) as string,
        priority: 0,
      },
    ]);
    expect((await hoa.mine()).requests[0]).toMatchObject({
      status: "guided",
      answers: [{ text: "Tùy phạm vi, mời anh/chị gọi lại.", at: NOW }],
    });
    const steps = await given.database.client.auditEntry.findMany({ where: { actor: "staff:lan" } });
    expect(steps.map(({ action }) => action)).toEqual([
      "request.assigned",
      "request.in_progress",
      "request.guided",
      "request.answered",
    ]);
    expect(await answerRequest(desk, by, { id, revision: null }, "nữa", "guided")).toEqual({
      kind: "not_allowed",
      from: "guided",
    });
  });

  it("holds a conversation for staff, once, until they or the person give it back", async () => {
    const { person, desk } = here();
    const hoa = await person("hoa");
    const hold = async () => {
      const row = await given.database.client.conversation.findUniqueOrThrow({
        where: { id: hoa.conversationId },
      });
      return [row.holdState, row.holdVersion, row.holdBy];
    };
    const call = { kind: "call_staff", lastWords: "gặp cán bộ", hold: true } as const;

    const away = await hoa.does({ ...call, hold: false });
    expect(away).toMatchObject({ kind: "staff_called", waits: false });
    expect(await hold()).toEqual(["bot", 0, null]);
    const { code } = away as { code: string };
    expect(await hoa.does(call)).toMatchObject({ code, waits: true, nextDutyAt: null });
    expect(await hold()).toEqual(["waiting_staff", 1, null]);
    await hoa.does(call);
    expect(await hold()).toEqual(["waiting_staff", 1, null]);
    expect(await given.database.client.supportRequest.count()).toBe(1);

    const minh = { actor: "minh", now: NOW };
    const id = hoa.conversationId;
    const other = { kind: "held_by_other", by: "lan", name: "Cán bộ" };
    expect(await sayAsStaff(desk, by, id, { text: "?" })).toEqual({ kind: "not_held" });
    expect(await takeHold(desk, by, id)).toEqual({ kind: "done" });
    expect(await takeHold(desk, minh, id)).toEqual(other);
    expect(await sayAsStaff(desk, minh, id, { text: "?" })).toEqual(other);
    expect(await releaseHold(desk, minh, id)).toEqual(other);
    expect(await sayAsStaff(desk, by, id, { text: "Chào chị" })).toEqual({ kind: "done" });
    expect(await releaseHold(desk, by, id)).toEqual({ kind: "done" });
    expect(await releaseHold(desk, by, id)).toEqual({ kind: "not_held" });
    expect(await hoa.hears()).toMatchObject([
      { author: "bot", text: expect.stringContaining("Cán bộ đã vào cuộc trò chuyện") as string },
      { author: "staff", text: "Chào chị" },
      { author: "bot", text: expect.stringContaining("đã kết thúc") as string },
    ]);
    expect(await hold()).toEqual(["bot", 3, null]);
    // They were talked to: what they asked for has happened, and the next call is another one.
    expect((await hoa.mine()).requests).toMatchObject([{ code, status: "guided" }]);

    await hoa.does(call);
    expect(await hoa.does({ kind: "leave_staff" })).toEqual({ kind: "staff_left" });
    expect(await hold()).toEqual(["bot", 5, null]);
    expect((await hoa.mine()).requests.map(({ status }) => status).sort()).toEqual(["guided", "received"]);
  });
});
