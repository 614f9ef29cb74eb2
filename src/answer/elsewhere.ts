import type { Place } from "../knowledge/foreign-topic.ts";
import { fold, normalise } from "../search/index.ts";
import type { Spoken } from "./spoken.ts";

/** Finds questions about what another province does for itself. */
export interface Elsewhere {
  /** the place, when the question is about its own policies; a rule of the whole country may be asked from anywhere */
  placeOf(said: Spoken): string | null;
}

// What a province decides for itself.
const OWN_MATTERS =
  "hỗ trợ|chính sách|kế hoạch|nghị quyết|thưởng|lớp|sở|ubnd|chương trình|mục tiêu|chỉ tiêu|khuyến công|nộp|vùng trồng|" +
  "xây dựng|địa phương|tập huấn|danh sách|trao giải|kinh phí|phong trào";
const OFFICE = "so (?:khcn|kh cn|khoa hoc|cong thuong|nong nghiep)";
const MATTERS = wholeWords(OWN_MATTERS);
// Without diacritics "sở" is also the end of "hồ sơ".
const BARE_MATTERS = wholeWords(fold(OWN_MATTERS).replace("|so|", `|${OFFICE}|`));

const HOME = wholeWords("tinh minh|tinh ta|que minh|que em|que toi");

// Before a name that is also a common word.
const LEADS = `(?:^|(?:tinh|thanh pho|tp|o|tai|ngoai|trong|ben|ubnd|so|${OFFICE}(?: va cong nghe)?) )`;

export function createElsewhere(places: readonly Place[]): Elsewhere {
  const ours = namePattern(
    places
      .filter((place) => place.ours)
      .flatMap(({ names }) => names.map((one) => wordsOf(fold(normalise(one))))),
    "",
  );
  const others = places
    .filter((place) => !place.ours)
    .map(({ name, names, ambiguous }) => ({
      name,
      accented: namePattern(
        names.map((one) => wordsOf(normalise(one))),
        "",
      ),
      bare: namePattern(
        names.map((one) => wordsOf(fold(normalise(one)))),
        ambiguous ? LEADS : "",
      ),
    }));
  return {
    placeOf({ typed }) {
      const words = wordsOf(typed);
      const bare = fold(words);
      const isBare = bare === words;
      if (HOME.test(bare) || ours.test(bare) || !(isBare ? BARE_MATTERS : MATTERS).test(words)) return null;
      return others.find((place) => (isBare ? place.bare : place.accented).test(words))?.name ?? null;
    },
  };
}

function namePattern(names: readonly string[], before: string): RegExp {
  return names.length === 0 ? NOTHING : wholeWords(names.join("|"), before);
}

const NOTHING = /(?!)/u;

function wholeWords(alternatives: string, before = ""): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${before}(?:${alternatives})(?![\p{L}\p{N}])`, "u");
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
