import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  consentTo,
  hasConsented,
  NOTICE_VERSION,
  privacyNotice,
} from "../../../src/dialogue/privacy-notice.ts";
import { CONSENT_PURPOSES, type ConsentPurpose } from "../../../src/registry/views.ts";

const PURPOSES = Object.keys(CONSENT_PURPOSES) as ConsentPurpose[];
const KEEPER = { organisation: "Sở A", retention: "24 tháng" };

describe("the privacy notice", () => {
  it.each(PURPOSES)(
    "says for %s who keeps what, for what, how long, and which rights there are",
    (purpose) => {
      const notice = privacyNotice(purpose, KEEPER);
      for (const part of ["Sở A", CONSENT_PURPOSES[purpose], "24 tháng", "xem, sửa, xóa, rút lại"]) {
        expect(notice).toContain(part);
      }
      expect(notice.length).toBeLessThanOrEqual(600);
    },
  );

  it("has another version whenever its wording changes", () => {
    const wording = PURPOSES.map((purpose) => privacyNotice(purpose, KEEPER)).join("\n");
    const digest = createHash("sha256").update(wording).digest("hex").slice(0, 12);
    // Whoever changes a word gives the notice a new version: consents hold for the words they were given to.
    expect({ version: NOTICE_VERSION, digest }).toMatchInlineSnapshot(`
      {
        "digest": "8b238887fb3f",
        "version": "2026-11-1",
      }
    `);
  });

  it("keeps the words with the consent, which holds for them alone", () => {
    const consent = consentTo("announcement", KEEPER);
    expect(consent.wording).toBe(privacyNotice("announcement", KEEPER));
    const given = { purpose: "announcement", givenAt: new Date(0) } as const;
    expect(hasConsented([{ ...given, noticeVersion: NOTICE_VERSION }], "announcement")).toBe(true);
    expect(hasConsented([{ ...given, noticeVersion: "older" }], "announcement")).toBe(false);
    expect(hasConsented([{ ...given, noticeVersion: NOTICE_VERSION }], "registration")).toBe(false);
  });
});
