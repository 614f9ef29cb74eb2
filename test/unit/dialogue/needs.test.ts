import { beforeAll, describe, expect, it } from "vitest";
import type { DialogueContext } from "../../../src/dialogue/dialogue.ts";
import { createNeedsCatalogue, type NeedsCatalogue } from "../../../src/dialogue/needs/catalogue.ts";
import { MARKETS, type MarketId } from "../../../src/dialogue/needs/markets.ts";
import { createNeedsDialogue } from "../../../src/dialogue/needs/needs.ts";
import { needsReply } from "../../../src/dialogue/needs/needs-list.ts";
import { decodeWanted, encodeWanted } from "../../../src/dialogue/needs/wanted.ts";
import { clausesOf, standingOf } from "../../../src/dialogue/needs/standing.ts";
import { createLibrary } from "../../../src/knowledge/library.ts";
import { shippedContext, shippedLibrary } from "./context.ts";
import { ODD_INPUTS, replyOf, talkTo } from "./driver.ts";

let context: DialogueContext;
let catalogue: NeedsCatalogue;
beforeAll(async () => {
  context = await shippedContext();
  catalogue = createNeedsCatalogue(await shippedLibrary());
});

const markets = Object.keys(MARKETS) as MarketId[];

describe("how binding a line is", () => {
  it.each([
    ["Nước mắm đóng chai phải tự công bố sản phẩm (NĐ 15/2018 Điều 4).", "compulsory"],
    ["Nhãn nước mắm theo nhóm 2 “Thực phẩm” (NĐ 37/2026 Phụ lục I).", "compulsory"],
    ["Mã số mã vạch cho nước mắm: tự nguyện (NĐ 37/2026 Điều 21).", "voluntary"],
    ["Truy xuất nguồn gốc hàng may: chưa bắt buộc (TT 33/2026/TT-BCT).", "voluntary"],
    ["Gạo chỉ có một nguyên liệu nên được miễn nhãn dinh dưỡng.", "exempt"],
    ["Danh mục rủi ro: mật ong không thuộc (TT 27/2026/TT-BNNMT).", "exempt"],
    ["Chỉ dẫn địa lý “Trà Bồng” cho quế: phải xin quyền sử dụng.", "note"],
    ["Mật ong nguyên chất được miễn, mật ong ngâm tỏi thì phải xét.", "note"],
    ["Bán sang Trung Quốc: phải có mã vùng trồng (theo báo chí).", "unverified"],
    ["Chưa thấy tiêu chuẩn quốc gia riêng cho đường phèn.", "unverified"],
  ])("%s → %s", (line, standing) => {
    expect(standingOf(line)).toBe(standing);
  });

  it("splits a line that binds one part and not the other, never inside brackets", () => {
    expect(
      clausesOf(
        "Tỏi tươi không phải tự công bố; tỏi đen phải tự công bố (NĐ 15/2018 Điều 4; NĐ 37/2026 Phụ lục I).",
      ),
    ).toEqual([
      { text: "Tỏi tươi không phải tự công bố.", standing: "exempt" },
      { text: "Tỏi đen phải tự công bố (NĐ 15/2018 Điều 4; NĐ 37/2026 Phụ lục I).", standing: "compulsory" },
    ]);
    expect(clausesOf("Mã vạch luôn tự nguyện; đã dùng thì phải làm đúng.")).toHaveLength(1);
  });
});

describe("the catalogue", () => {
  it("has the products of the knowledge", () => {
    expect(catalogue.products.length).toBeGreaterThanOrEqual(18);
    expect(new Set(catalogue.products.map(({ id }) => id)).size).toBe(catalogue.products.length);
    for (const { id } of catalogue.products) expect(`product:${id}`).toMatch(/^[a-z0-9:-]{1,40}$/);
    expect(createNeedsCatalogue(createLibrary([])).products).toEqual([]);
  });

  it("cites for every product and market what is in the knowledge", () => {
    for (const product of [null, ...catalogue.products]) {
      for (const market of markets) {
        const needs = catalogue.needs(product, market);
        expect(needs.length).toBeGreaterThan(3);
        for (const { document, section } of needs) {
          expect(context.cite(document, section), `${document} ${section}`).not.toBeNull();
        }
      }
    }
  });

  it("finds the places that markets name", async () => {
    const library = await shippedLibrary();
    for (const { sections } of Object.values(MARKETS)) {
      for (const { document, anchor } of sections) {
        const found = library.byNumber(document) ?? library.byId(document);
        expect(
          found?.sections.some((one) => one.anchor === anchor && one.citable),
          anchor,
        ).toBe(true);
      }
    }
  });

  it.each([
    ["nước mắm", "Nước mắm"],
    ["nuoc mam duc pho", "Nước mắm"],
    ["toi", "Tỏi Lý Sơn"],
    ["Tỏi đen", "Tỏi Lý Sơn"],
    ["ca phe rang", "Cà phê Đăk Hà"],
    ["đường phổi", "Đường phèn, đường phổi"],
    ["gạo thơm", "Gạo"],
    ["mat ong rung", "Mật ong"],
  ])("takes “%s” for %s", (words, name) => {
    expect(catalogue.find(words)).toMatchObject({ kind: "found", product: { name } });
  });

  it.each([
    ["cá khô", "Thủy sản"],
    ["hai san", "Thủy sản"],
    ["quần áo", "May mặc"],
    ["sắn", "Tinh bột mì"],
  ])("offers, not being sure, with “%s” first %s", (words, name) => {
    const match = catalogue.find(words);
    expect(match.kind === "several" && match.products[0]?.name).toBe(name);
  });

  it.each(["xoài", "🙂", "", "ốc vít"])("does not know “%s”", (words) => {
    expect(catalogue.find(words).kind).not.toBe("found");
  });
});

describe("the dialogue", () => {
  it("leads from a product and a market to a cited checklist", () => {
    const talk = talkTo(createNeedsDialogue(catalogue), context);
    talk.begin();
    talk.type("nuoc mam");
    talk.press("Siêu thị, cửa hàng trong nước");
    const text = talk.text();
    expect(text).toContain("Nước mắm – Siêu thị, cửa hàng trong nước:");
    expect(text).toMatch(
      /Bắt buộc:\n• Nước mắm đóng chai phải tự công bố sản phẩm \(NĐ 15\/2018 Điều 4\)\. \[1\]/,
    );
    expect(text).toMatch(/Tự nguyện:\n(• .*\n)*• Mã số mã vạch cho nước mắm: tự nguyện/);
    expect(text).toMatch(/Chưa kiểm chứng:\n• Siêu thị, .* \[3\]/);
    expect(replyOf(talk.last()).citations?.map(({ section }) => section)).toEqual([
      "Nước mắm – cần những gì",
      "Điều 28 khoản 5",
      "Kiến thức nền về mã vạch",
    ]);
    const [file] = replyOf(talk.press("Tải danh sách việc cần làm")).files ?? [];
    expect(file?.content).toContain("☐ Nước mắm đóng chai phải tự công bố");
    expect(talk.press("Gửi yêu cầu hỗ trợ")).toEqual({
      kind: "switch",
      to: "support_request",
      start: {
        background: [
          "Đã xem danh mục “cần những gì”:",
          "Sản phẩm: Nước mắm",
          "Nơi bán: Siêu thị, cửa hàng trong nước",
        ],
      },
    });
  });

  it("adds the product's own sections on export", () => {
    const talk = talkTo(createNeedsDialogue(catalogue), context);
    talk.begin({ product: "cà phê" });
    talk.press("Xuất sang châu Âu");
    const sections = replyOf(talk.last()).citations?.map(({ section }) => section);
    expect(sections).toContain("Cà phê Đăk Hà – xuất sang châu Âu");
  });

  it("says so where the product is not in the list, and gives what holds for all", () => {
    const talk = talkTo(createNeedsDialogue(catalogue), context);
    talk.begin();
    talk.type("xoài");
    expect(talk.text()).toContain("chưa có danh mục riêng cho “xoài”");
    talk.press("Sản phẩm khác (danh mục chung)");
    talk.press("Bán online");
    expect(talk.text()).toContain("dưới đây là phần chung");
    expect(talk.text()).toContain("công khai toàn bộ nội dung nhãn");
    expect(talk.press("Gửi yêu cầu hỗ trợ")).toMatchObject({
      start: { background: [expect.any(String), "Sản phẩm: xoai", "Nơi bán: Bán online"] },
    });
  });

  it("says where the sources are weak", () => {
    const talk = talkTo(createNeedsDialogue(catalogue), context);
    talk.begin({ product: "gạo" });
    talk.press("Chưa rõ");
    expect(talk.text()).toContain("Nguồn của mục này còn yếu");
  });

  it("promises nothing where the basis is gone", () => {
    const talk = talkTo(createNeedsDialogue(catalogue), { ...context, cite: () => null });
    talk.begin({ product: "gạo" });
    talk.press("Chưa rõ");
    expect(talk.text()).toContain("chưa tra được căn cứ");
    expect(talk.labels()).toEqual(["Gửi yêu cầu hỗ trợ", "Xem nơi bán khác", "Hỏi sản phẩm khác"]);
  });

  it("takes a question for a question, and steps back", () => {
    const talk = talkTo(createNeedsDialogue(catalogue), context);
    talk.begin();
    expect(talk.type("hủy mã vạch thì làm sao").kind).toBe("not_understood");
    talk.press("Xem danh sách sản phẩm");
    expect(talk.labels()).toContain("Mạch nha");
    talk.press("Mạch nha");
    expect(talk.text()).toBe("Anh/chị định bán ở đâu?");
    expect(talk.typed()).toEqual(["Sản phẩm: Mạch nha"]);
    talk.back();
    expect(talk.text()).toContain("Gõ tên sản phẩm");
    expect(talk.back()).toBeNull();
  });

  it("is done with the list; its buttons last and carry what it was for", () => {
    for (const product of [...catalogue.products, null]) {
      for (const market of markets) {
        const wanted = { product, words: product ? "" : "rượu cần Kon Tum loại đặc biệt", market };
        for (const { value } of needsReply(wanted, catalogue, context).choices ?? []) {
          expect(value).toMatch(/^[\x21-\x7e]{1,40}$/);
        }
        const read = decodeWanted(encodeWanted(wanted), catalogue);
        expect(read).toMatchObject({ product, market });
      }
    }
    for (const saved of ["", "send/", "send/9gao", "send/0no-such", "place/x", "list/0__proto__"]) {
      expect(createNeedsDialogue(catalogue).begin(context, { saved }).kind).toBe("ask");
    }
  });

  it("shows another market for the same product", () => {
    const talk = talkTo(createNeedsDialogue(catalogue), context);
    talk.begin({ product: "gạo" });
    expect(talk.press("Bán online").kind).toBe("leave");
    talk.press("Xem nơi bán khác");
    talk.press("Xuất sang Trung Quốc");
    expect(talk.text()).toContain("Gạo – Xuất sang Trung Quốc:");
  });

  it("never throws, whatever comes", () => {
    const dialogue = createNeedsDialogue(catalogue);
    for (const state of [
      null,
      {},
      { product: "gao" },
      { product: "gao", market: "local" },
      { product: 3, offered: [1] },
    ]) {
      for (const input of ODD_INPUTS) {
        const step = dialogue.advance(state, input, context);
        expect(["ask", "not_understood", "leave"]).toContain(step.kind);
        expect(replyOf(step).text).not.toBe("");
      }
    }
    for (const start of [null, 1, {}, { product: 7 }, { product: "x".repeat(500) }]) {
      expect(dialogue.begin(context, start).kind).toBe("ask");
    }
  });
});
