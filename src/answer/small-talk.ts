import { fold } from "../search/index.ts";
import { saying, type Spoken } from "./spoken.ts";
import { texts } from "./texts.ts";

/** See `saying` for the notation. The first kind that fits gives the reply. */
const KINDS: readonly { reply: string; longest: number; patterns: readonly string[] }[] = [
  {
    reply: texts.identity,
    longest: 12,
    patterns: [
      "bạn | bot | em | mày | ad | trợ lý | đây | bên kia ~ là ai | tên gì | tên là gì | là người hay | là máy hay | là người thật | người thật | là robot | là máy à | là máy hả | phải máy không | là con gì | do ai tạo | ai tạo ra | ai làm ra | của ai",
      "ai | người hay máy | người thật hay máy | máy hay người ~ đây | đang trả lời | trả lời tôi | trả lời em | trả lời mình | trả lời tui",
      "nói chuyện | chat | nhắn tin | đang gặp | đang nói ~ với ai | với người | với máy | với bot | với robot",
    ],
  },
  {
    reply: texts.abilities,
    longest: 12,
    patterns: [
      "bạn | bot | em | mày | ad | trợ lý ~ làm được gì | làm được những gì | làm gì được | giúp được gì | giúp gì được | giúp được những gì | giúp gì | biết gì | biết những gì | hỗ trợ được gì | hỗ trợ được những gì | trả lời được gì | trả lời những gì | dùng làm gì | dùng để làm gì",
      "^giúp được gì | giúp gì được | làm được gì | làm được những gì | hỏi được gì | hỏi được những gì",
      "^help | menu | hướng dẫn sử dụng | hướng dẫn dùng | bắt đầu | start | trợ giúp$",
    ],
  },
  {
    reply: texts.howAreYou,
    longest: 10,
    patterns: [
      "bạn | bot | em | ad ~ khỏe không | ăn cơm chưa | đang làm gì | có rảnh không | có đó không | có ở đó không",
      "^khỏe không",
    ],
  },
  {
    reply: texts.apology,
    longest: 10,
    patterns: [
      "^sai rồi | trả lời sai | chưa đúng | không đúng | trả lời chưa đúng | không đúng ý | trả lời tệ | chán quá",
    ],
  },
  {
    reply: texts.thanks,
    longest: 14,
    patterns: [
      "cảm ơn | cám ơn | cam on | cam un | cảm tạ | thank you | thanks | thank | tks | thks | cảm un | cám un | camon",
    ],
  },
  {
    reply: texts.farewell,
    longest: 12,
    patterns: [
      "tạm biệt | tam biet | hen gap lai | bye | bai bai | hẹn gặp lại | ngủ ngon | chúc ngủ ngon | chúc một ngày tốt lành | chúc ngày mới",
    ],
  },
  {
    reply: texts.greeting,
    longest: 12,
    patterns: [
      "xin chào | chào | xin chao | chao | hello | hi | helo | hey | alo | a lô | có ai không | có ai ở đó không",
    ],
  },
  {
    reply: texts.acknowledged,
    longest: 8,
    patterns: [
      "^ok | oke | okay | okie | ừ | uh | ừm | vâng | dạ | được rồi | hiểu rồi | rõ rồi | biết rồi | tốt quá | hay quá | tuyệt vời | tuyệt | giỏi quá | hay lắm | good | đúng rồi",
    ],
  },
];

const COMPILED = KINDS.map(({ reply, longest, patterns }) => ({
  reply,
  longest,
  sayings: patterns.map(saying),
}));

/** Polite words around a greeting, without diacritics; anything else beside them makes it a question. */
const POLITE = new Set(
  fold(
    "dạ vâng ạ à ơi bạn bot em anh chị cô chú bác ad admin mình tôi tui tớ shop trợ lý mọi người các nhé nha nhen nghe hả hen " +
      "với nhiều rất lắm quá hihi haha hehe kk nhiệt tình thông tin hữu ích vì đã trả lời giúp đỡ giúp đó rồi thật ghê buổi sáng " +
      "trưa chiều tối ngày một tốt lành mới chúc xin chào có ai ở đó không đây được hiểu rõ biết ok oke tốt hay giỏi tuyệt vời " +
      "cảm ơn cám tạ tạm biệt hẹn gặp lại ngủ ngon cho hỏi xíu chút ừ ừm uh đúng " +
      "chào hello hi helo hey alo lô thank thanks you tks thks un camon bye bai okay okie good",
  ).split(" "),
);

const ABOUT_THE_BOT: ReadonlySet<string> = new Set([
  texts.identity,
  texts.abilities,
  texts.howAreYou,
  texts.apology,
]);

/** The reply to a greeting, thanks or a question about the bot itself; null for everything else. */
export function smallTalkReply(said: Spoken): string | null {
  const words = said.typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  const kind = COMPILED.find(
    ({ longest, sayings }) => words.length <= longest && sayings.some((one) => one.isIn(said)),
  );
  if (!kind) return null;
  if (ABOUT_THE_BOT.has(kind.reply)) return kind.reply;
  const others = words.filter((word) => !POLITE.has(fold(word)));
  return others.length === 0 ? kind.reply : null;
}
