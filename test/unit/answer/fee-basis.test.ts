import { describe, expect, it } from "vitest";
import { feeBasis } from "../../../src/answer/fee-basis.ts";
import type { KnowledgeDocument } from "../../../src/knowledge/document.ts";
import { createLibrary } from "../../../src/knowledge/library.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const DAY = "2027-06-16";

/** The shipped knowledge, with something else in the circular on the fee. */
async function libraryWith(change: (circular: KnowledgeDocument) => KnowledgeDocument) {
  const { documents } = await shippedKnowledge();
  return createLibrary(documents.map((one) => (one.number === "232/2016/TT-BTC" ? change(one) : one)));
}

describe("what the yearly fee rests on", () => {
  it("is the clause that names its last day, with its validity on the day", async () => {
    expect(feeBasis(await libraryWith((one) => one), DAY)).toMatchObject({
      document: "232/2016/TT-BTC",
      section: "Điều 4 khoản 6",
      text: expect.stringContaining("chậm nhất ngày 30/6") as string,
      validity: expect.stringContaining("chưa thấy thông tư nào thay") as string,
    });
  });

  it("is nothing once that is replaced, over, gone, or names another day", async () => {
    const replaced = await libraryWith((one) => ({ ...one, status: "replaced" }));
    const over = await libraryWith((one) => ({ ...one, expires: "2027-06-01" }));
    const gone = await libraryWith((one) => ({
      ...one,
      sections: one.sections.filter(({ anchor }) => anchor !== "Điều 4 khoản 6"),
    }));
    for (const library of [replaced, over, gone]) expect(feeBasis(library, DAY)).toBeNull();
    const otherDay = JSON.parse(
      JSON.stringify(await shippedKnowledge().then((one) => one.documents)),
    ) as KnowledgeDocument[];
    const changed = JSON.parse(JSON.stringify(otherDay).replaceAll("30/6", "31/7")) as KnowledgeDocument[];
    expect(feeBasis(createLibrary(otherDay), DAY)).not.toBeNull();
    expect(feeBasis(createLibrary(changed), DAY)).toBeNull();
  });
});
