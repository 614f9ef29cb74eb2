import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCommunes } from "../../../src/adapters/files/communes-file.ts";
import { parseCommunes, parseOtherNames } from "../../../src/registry/commune-list.ts";
import { createCommunes } from "../../../src/registry/find-commune.ts";
import { fold } from "../../../src/search/index.ts";

const KNOWLEDGE = fileURLToPath(new URL("../../../knowledge", import.meta.url));
const communes = await readCommunes(KNOWLEDGE);
const read = parseCommunes(readFileSync(`${KNOWLEDGE}/dia-ban/xa-phuong.csv`, "utf8"));
const shipped = read.ok ? read.value : [];

/** "Trà Bồng", "cũ: Trà Bồng" for an older name, "A | B" to choose from, "" for nothing. */
function found(words: string): string {
  const match = communes.find(words);
  if (match.kind === "several") return match.communes.map(({ name }) => name).join(" | ");
  if (match.kind === "none") return "";
  return match.former ? `cũ: ${match.commune.name}` : match.commune.name;
}

describe("the communes of the province", () => {
  it("are 96, and each is found by its own name, with or without its kind", () => {
    expect(shipped).toHaveLength(96);
    for (const commune of shipped) {
      for (const words of [
        commune.name,
        `${commune.kind} ${commune.name}`,
        `${commune.name}, ${commune.formerDistrict}`,
      ]) {
        const match = communes.find(words);
        const all = match.kind === "found" ? [match.commune] : match.kind === "several" ? match.communes : [];
        expect(all, words).toContainEqual(commune);
      }
      expect(communes.byCode(commune.code)).toEqual(commune);
    }
    expect(communes.byCode("00000")).toBeNull();
  });

  it("are found by every older name, without diacritics and with the district", () => {
    for (const commune of shipped) {
      for (const unit of commune.formerUnits) {
        const district = /thuộc ([^)]+)/u.exec(unit)?.[1] ?? commune.formerDistrict;
        const words = fold(`${unit.replace(/ \(.*$/u, "")}, ${district}`.toLowerCase());
        const match = communes.find(words);
        const all = match.kind === "found" ? [match.commune] : match.kind === "several" ? match.communes : [];
        expect(all, words).toContainEqual(commune);
      }
    }
  });

  it.each([
    ["xa tinh khe", "Tịnh Khê"],
    ["P. Nghĩa Lộ", "Nghĩa Lộ"],
    ["X.TINH KHE", "Tịnh Khê"],
    ["Phổ Thạnh", "cũ: Sa Huỳnh"],
    ["tt. Di Lăng", "cũ: Sơn Hà"],
    ["dak ui", "Đăk Ui"],
    ["Đắk Ui", "Đăk Ui"],
    ["Ngọc Bay", "Ngọk Bay"],
    ["Pờ Y", "cũ: Bờ Y"],
    ["Măng Buk", "cũ: Măng Bút"],
    ["Nghĩa An", "cũ: An Phú"],
    ["Sơn Thuỷ", "Sơn Thủy"],
    ["huyện đảo Lý Sơn", "cũ: Lý Sơn"],
    ["Lý Sơn", "Lý Sơn"],
  ])("are found as people write them: %s", (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each([
    ["Trần Hưng Đạo", "Cẩm Thành | Đăk Bla"],
    ["Trần Hưng Đạo, TP Quảng Ngãi", "cũ: Cẩm Thành"],
    ["phường Trần Hưng Đạo, Kon Tum", "cũ: Đăk Bla"],
    ["Nguyễn Nghiêm", "Cẩm Thành | Đức Phổ | Nguyễn Nghiêm"],
    ["phuong nguyen nghiem tx duc pho", "cũ: Đức Phổ"],
    ["Thắng Lợi", "Long Phụng | Kon Tum"],
    ["xã Thắng Lợi", "cũ: Long Phụng"],
    ["Đăk Long", "Đăk Long | Đăk Pxi"],
    ["Đắk Long, huyện Đắk Hà", "cũ: Đăk Pxi"],
    ["Đăk Hà", "Tu Mơ Rông | Đăk Hà"],
    ["thị trấn Đăk Hà", "cũ: Đăk Hà"],
    ["Trà Giang", "Đông Trà Bồng | Trà Giang"],
    ["Trà Giang huyện Trà Bồng", "cũ: Đông Trà Bồng"],
    ["Trà Bùi", "Cà Đam | Tây Trà Bồng"],
    ["ba to", "Ba Tơ | Ba Tô"],
    ["Ba Tô", "Ba Tô"],
    ["son ha", "Sơn Hà | Sơn Hạ"],
    ["binh thanh", "Bình Sơn | Đông Sơn"],
  ])("of one name are told apart by what else was said: %s", (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each([
    ["Sơn Tây Thượng", "Sơn Tây Thượng"],
    ["Sơn Tây", "Sơn Tây"],
    ["Tây Trà Bồng", "Tây Trà Bồng"],
    ["thôn An Phú, xã Tịnh Khê, thành phố Quảng Ngãi", "Tịnh Khê"],
    ["123 đường Trần Hưng Đạo, phường Nghĩa Lộ", "Nghĩa Lộ"],
    ["TP Kon Tum", "Đăk Cấm | Kon Tum | Đăk Bla | Ngọk Bay | Ia Chim | Đăk Rơ Wa"],
  ])("are found in longer words, the longest name first: %s", (words, expected) => {
    expect(found(words)).toBe(expected);
  });

  it.each(["", "Hà Nội", "Quảng Ngãi", "tỉnh Kon Tum cũ nhé", "🙂", "a".repeat(5_000)])(
    "are not found in anything else: %s",
    (words) => {
      expect(found(words)).toMatch(words.includes("Kon Tum") ? /^(?:Kon Tum)?$/ : /^$/);
    },
  );
});

describe("the list of communes", () => {
  const HEAD = "code,name,type,former_units,former_district,former_province,source\n";

  it("is refused line by line where it is wrong", () => {
    expect(parseCommunes(`${HEAD}123,Một,Xã\n21025,,Xã\n21026,Ba,Làng\n`)).toMatchObject({
      ok: false,
      problems: [/^dòng 2/, /^dòng 3/, /^dòng 4/].map((line) => expect.stringMatching(line) as string),
    });
    const list = parseCommunes(`${HEAD}21025,Một,Xã,"Xã A (x, y); Xã B",Huyện C,Tỉnh D,E\n`);
    expect(list).toMatchObject({ ok: true, value: [{ formerUnits: ["Xã A (x, y)", "Xã B"] }] });
    expect(parseOtherNames("name,code,note\nA,99999,\n", list.ok ? list.value : [])).toMatchObject({
      ok: false,
    });
  });

  it("of another province works alike", () => {
    const other = parseCommunes(`${HEAD}00001,Mới,Xã,Xã Cũ,Huyện H,Tỉnh T,E\n`);
    const list = createCommunes(other.ok ? other.value : []);
    expect(list.find("xã cũ huyện h")).toMatchObject({
      kind: "found",
      former: true,
      commune: { name: "Mới" },
    });
  });
});
