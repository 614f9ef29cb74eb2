import { fold, normalise } from "../search/index.ts";
import { texts } from "./texts.ts";

/** What is left when polite words are taken away tells small talk from a question that opens with "chào". */
const POLITE =
  /^(?:(?:da|vang|a|ah|oi|ban|bot|em|anh|chi|co|chu|bac|ad|admin|minh|toi|tui|shop|tro ly|moi nguoi|nhe|nha|nhen|nghe|ha|hen|voi|nhieu|rat|lam|qua|hihi|haha|hehe|kk|kkk)\s*)*$/;

const KINDS: readonly { said: RegExp; reply: string }[] = [
  {
    said: /\b(?:ban|bot|em|may|ad|tro ly|day|ai)\b.*\b(?:la ai|ten gi|ten la gi|la gi|la nguoi hay|la may hay|nguoi that|la robot|la may|la nguoi|ai tao ra|do ai)\b|\b(?:noi chuyen|chat|nhan tin|dang gap) voi (?:ai|nguoi|may|bot)\b|^ai (?:day|dang tra loi|tra loi)\b/,
    reply: texts.identity,
  },
  {
    said: /\b(?:ban|bot|em|tro ly|ad)\b.*\b(?:lam (?:duoc )?(?:nhung )?(?:gi|duoc gi)|giup (?:duoc )?(?:nhung )?gi|biet (?:nhung )?gi|ho tro (?:duoc )?(?:nhung )?gi|tra loi (?:duoc )?(?:nhung )?gi|dung (?:de )?lam gi)\b|^(?:help|menu|huong dan su dung|huong dan dung|bat dau|start)$/,
    reply: texts.abilities,
  },
  {
    said: /\b(?:khoe khong|an com chua|dang lam gi|co ranh khong|co o do khong|co day khong)\b/,
    reply: texts.howAreYou,
  },
  {
    said: /^(?:sai roi|tra loi sai|chua dung|khong dung|dung qua|khong dung y|tra loi te)\b/,
    reply: texts.apology,
  },
  {
    said: /\b(?:cam on|cam ta|thank you|thanks|thank|tks|thks|cam un|camon)\b/,
    reply: texts.thanks,
  },
  { said: /\b(?:tam biet|bye|bai bai|chao tam biet|hen gap lai|ngu ngon)\b/, reply: texts.farewell },
  {
    said: /\b(?:xin chao|chao|hello|hi|helo|hey|alo|a lo|chao buoi (?:sang|trua|chieu|toi))\b/,
    reply: texts.greeting,
  },
  {
    said: /\b(?:ok|oke|okay|okie|uh|u|um|vang|da|duoc roi|hieu roi|ro roi|tot qua|hay qua|tuyet voi|gioi qua|good|dung roi)\b/,
    reply: texts.acknowledged,
  },
];

const GREETING_WORDS =
  /\b(?:xin chao|chao buoi (?:sang|trua|chieu|toi)|chao|hello|helo|hi|hey|alo|a lo|cam on|cam ta|thank you|thanks|thank|tks|thks|cam un|camon|tam biet|bye|bai bai|hen gap lai|ngu ngon|ok|oke|okay|okie|uh|u|um|vang|da|duoc roi|hieu roi|ro roi|tot qua|hay qua|tuyet voi|gioi qua|good|dung roi|da tra loi|tra loi|giup do|giup|thong tin|huu ich|biet roi|cho minh hoi|cho em hoi|cho toi hoi|cho hoi)\b/g;

/** The reply to a greeting, thanks or a question about the bot itself; null for everything else. */
export function smallTalkReply(question: string): string | null {
  const said = fold(normalise(question))
    .replace(/[^a-z0-9 ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (said.split(" ").length > 14) return null;
  const kind = KINDS.find((candidate) => candidate.said.test(said));
  if (!kind) return null;
  if (kind.reply === texts.identity || kind.reply === texts.abilities || kind.reply === texts.howAreYou) {
    return said.split(" ").length <= 12 ? kind.reply : null;
  }
  const rest = said.replace(GREETING_WORDS, " ").replace(/\s+/g, " ").trim();
  return kind.reply === texts.apology || POLITE.test(rest) ? kind.reply : null;
}
