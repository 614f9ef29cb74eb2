import { once } from "node:events";
import http from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readXlsx } from "../../../../src/adapters/exports/read-xlsx.ts";
import { createDataRequestActions } from "../../../../src/adapters/prisma/staff/data-request-actions.ts";
import { createEnterpriseRecords } from "../../../../src/adapters/prisma/console/enterprise-records.ts";
import { createAccessLog } from "../../../../src/adapters/prisma/console/access-log.ts";
import { readCommunes } from "../../../../src/adapters/files/communes-file.ts";
import { repository } from "../../../support/knowledge.ts";
import { startConsole, type TestBrowser, type TestConsole } from "../../../support/console.ts";
import { eachDatabase } from "../../../support/database.ts";
import { workbookWithFormula, zipBomb } from "../../../support/bad-workbooks.ts";
import { members, needsWorkbook } from "../../../support/need-list.ts";
import { serve } from "../../../support/served.ts";
import { by, calendar } from "../../../support/registry.ts";

const communes = await readCommunes(`${repository}/knowledge`);
const MEGABYTE = 1024 * 1024;
const isBad = (at: number) => at % 20 === 7;

eachDatabase("a list of needs", (given) => {
  vi.setConfig({ testTimeout: 120_000 });
  let desk: TestConsole;
  let partner: TestBrowser;

  beforeEach(async () => {
    desk = await startConsole(given.database);
    partner = await desk.signedIn(await desk.member("partner"));
  }, 120_000);
  afterEach(() => desk.stop());

  const send = async (content: Uint8Array) =>
    (await partner.post("/can-bo/hoi/gui", { tep: new File([content], "nhu-cau.xlsx") })).text();
  const sealedIn = (page: string) => /name="danh_sach" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const takeIn = (page: string, dong_y = "co") =>
    partner.post("/can-bo/hoi/nhan", { danh_sach: sealedIn(page), dong_y });

  it("of 1,000 rows with 50 bad ones: 950 go in, 50 come back with reasons, and again nothing changes", async () => {
    const { client } = given.database;
    const workbook = await needsWorkbook(members(1_000, isBad));
    const preview = await send(workbook);
    expect(preview).toContain("Ghi nhận 950 dòng");
    expect(preview).toContain("Số điện thoại thiếu 1 số");
    expect(await client.trainingNeed.count()).toBe(0);

    const refused = await takeIn(preview, "");
    expect(refused.status).toBe(422);
    expect(await client.trainingNeed.count()).toBe(0);

    expect(await (await takeIn(preview)).text()).toContain("Đã ghi 950 nhu cầu");
    expect(await client.trainingNeed.count()).toBe(950);
    expect(await client.contact.count()).toBe(950);
    const upload = await client.needsUpload.findFirstOrThrow();
    expect(upload).toMatchObject({ rowsTaken: 950, rowsRefused: 50 });
    expect(upload.refused).not.toContain("0905");

    const back = await partner.post("/can-bo/hoi/dong-can-sua", { danh_sach: sealedIn(preview) });
    const read = await readXlsx(new Uint8Array(await back.arrayBuffer()));
    expect(read.kind === "rows" && read.rows.length).toBe(51);
    expect(read.kind === "rows" && read.rows[1]?.[11]).toContain("thiếu 1 số");

    expect(await send(workbook)).toContain("Gửi lại cũng không thay đổi gì");
    expect((await takeIn(preview)).status).toBe(303);
    expect(await client.trainingNeed.count()).toBe(950);
    expect(await client.needsUpload.count()).toBe(1);
    expect(await client.enterprise.count()).toBe(950);
  });

  it("is seen by its own association alone", async () => {
    await takeIn(await send(await needsWorkbook(members(2))));
    const { id } = await given.database.client.needsUpload.findFirstOrThrow();
    const other = await desk.signedIn(await desk.member("partner", { association: "Hội Nông dân" }));
    expect((await other.get(`/can-bo/hoi/lan-gui/${id}`)).status).toBe(404);
    expect(await other.page("/can-bo/hoi/nhu-cau")).not.toContain("Rau số 1");
    expect(await partner.page("/can-bo/hoi/nhu-cau")).toContain("Rau số 1");
    expect((await partner.get("/can-bo/nhu-cau")).status).toBe(403);
  });

  it("is refused in words where it is no list, holds formulas, or is a bomb", async () => {
    expect(await send(new TextEncoder().encode("không phải"))).toContain("không phải XLSX");
    expect(await send(await workbookWithFormula())).toContain("Tệp có công thức ở ô B9");
    expect(await send(zipBomb(40_000_000, 1_000))).toContain("Bên trong tệp lớn bất thường");
    expect(await given.database.client.needsUpload.count()).toBe(0);
  });

  it.each(["said beforehand", "found while it comes"])(
    "of 100 MB is refused in words, its length %s",
    async (how) => {
      const served = await serve(desk.app.web);
      const cookie = [...partner.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const request = http.request(`${served.url}/can-bo/hoi/gui`, {
        method: "POST",
        headers: {
          Cookie: cookie,
          Origin: served.url,
          "Content-Type": "multipart/form-data; boundary=x",
          ...(how === "said beforehand" && { "Content-Length": 100 * MEGABYTE }),
        },
      });
      // The server may hang up while the rest is still on its way.
      request.on("error", () => undefined);
      const answered = once(request, "response") as Promise<[http.IncomingMessage]>;
      let sent = 0;
      Readable.from(
        (function* () {
          for (; sent < 100; sent += 1) yield Buffer.alloc(MEGABYTE, 1);
        })(),
      ).pipe(request);
      const [response] = await answered;
      expect(response.statusCode).toBe(413);
      expect(await text(response)).toContain("chọn tệp nhỏ hơn");
      request.destroy();
      await served.close();
    },
  );

  it("lets the Department see the demand, mark it met, look at a number on record and erase a person", async () => {
    const { client } = given.database;
    await takeIn(await send(await needsWorkbook(members(3))));
    const link = await client.enterpriseContact.findFirstOrThrow();
    const records = createEnterpriseRecords({ database: given.database, calendar }, communes);
    expect(await records.phoneOf(by, link.enterpriseId, link.contactId)).toMatch(/^09051/);
    const { looks } = await createAccessLog(given.database).list(
      { staffId: "", contactId: link.contactId },
      { page: 1, perPage: 10, sort: "luc", descending: true, words: "" },
    );
    expect(looks.map(({ action }) => action)).toEqual(["contact.looked_at"]);

    const officer = await desk.signedIn(await desk.member("officer"));
    expect(await officer.page("/can-bo/nhu-cau?nam=2026")).toContain("Đã đáp ứng 0/3");

    const actions = createDataRequestActions({ database: given.database, calendar });
    const opened = await actions.open(by, link.contactId, "erase");
    if (opened.kind !== "opened") throw new Error(opened.kind);
    expect(await actions.erase(by, opened.id, 7)).toEqual({ kind: "conflict" });
    expect(await actions.erase(by, opened.id, 0)).toEqual({ kind: "done" });
    expect(await client.contact.count({ where: { id: link.contactId } })).toBe(0);
    expect(await client.dataRequest.findFirstOrThrow()).toMatchObject({ contactId: null });
    expect(await actions.erase(by, opened.id, 1)).toEqual({ kind: "settled" });
  });
});
