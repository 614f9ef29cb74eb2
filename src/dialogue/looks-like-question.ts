import { fold, normalise } from "../search/index.ts";

/**
 * Sayings that ask, without diacritics. Single words are left out where they are names or goods as well ("Sao", "Ái",
 * "may", "đâu"/"dầu"): a name that is taken for a question annoys more than a question that is taken for a name.
 */
const ASKING = [
  "bao nhieu",
  "bao lau",
  "bao gio",
  "khi nao",
  "luc nao",
  "ngay nao",
  "cho nao",
  "loai nao",
  "ai duoc",
  "ai phai",
  "the nao",
  "(la|phai|tinh|xu ly|viet|ghi|dang ky) sao",
  "(con|neu|vay|the) ([^ ]+ )*thi sao",
  "lam sao",
  "lam gi",
  "ra sao",
  "tai sao",
  "vi sao",
  "sao (lai|phai|khong|ko|hong)",
  "la gi",
  "(can|gom|co|nhung|can nhung|giay to) gi",
  "de lam (gi|chi)",
  "(nam )?o dau",
  "may (ngay|tien|nguoi|buoi|gio|nam|thang|loai)",
  "(mat|ton|het|phi) may",
  "cho (toi|em|minh|tui|anh|chi) hoi",
  "cho hoi",
  "xin hoi",
  "muon hoi",
];
const NO = "(khong|hong|hok|hk|ko|k|khg|hem|hay khong|chua)";
const ASKS = new RegExp(`(^| )(${ASKING.join("|")})( |$)`);
/** "có … không", "được … chưa": a verb that is asked after, then the closing word. */
const YES_OR_NO = new RegExp(
  `(^| )(co|duoc|dc|phai|can|con|da|nen|bat buoc|mien phi)( [^ ]+)* ${NO}( (a|vay|ha|nhi|ta|em|ad|ban))*$`,
);

/** Whether words put in answer to one question are rather a question of their own; with diacritics or without. */
export function looksLikeQuestion(text: string): boolean {
  const normal = normalise(text);
  if (/\?[\s"”')]*$/u.test(normal)) return true;
  const words = fold(normal)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (ASKS.test(words)) return true;
  return words.split(" ").length >= 3 && YES_OR_NO.test(words);
}
