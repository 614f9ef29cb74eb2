import type { Answerer } from "../../src/answer/answer.ts";
import type { IncomingMessage } from "../../src/conversation/message.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { testAnswerer } from "./answerer.ts";
import { shippedKnowledge } from "./knowledge.ts";
import { startChat, type ChatOptions, type RunningChat } from "./chat.ts";

const INVITATION: Reply = {
  text: "Lớp “Mã số mã vạch” còn chỗ. Anh/chị chọn một việc:",
  choices: [
    { label: "Đăng ký lớp", value: "lop:dang-ky" },
    { label: "Xem lịch", value: "lop:lich" },
  ],
};

const CALENDAR: Reply = {
  text: "Lịch của lớp ở trong tệp này.",
  files: [
    { name: "Lớp mã vạch.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
  ],
};

/** Answers questions from the shipped knowledge; "lớp" shows a menu, its choices are said back, files are counted. */
function respondWith(answerer: Answerer) {
  return async ({ content }: IncomingMessage): Promise<readonly Reply[]> => {
    if (content.kind === "choice") {
      return content.value === "lop:lich" ? [CALENDAR] : [{ text: `Đã chọn ${content.value}.` }];
    }
    if (content.kind === "files") {
      return [
        { text: `Đã nhận ${content.files.length} tệp: ${content.files.map(({ name }) => name).join(", ")}.` },
      ];
    }
    if (content.kind !== "text" || content.text === "im lặng") return [];
    if (content.text === "lớp") return [INVITATION];
    const { text, citations } = await answerer.answer(content.text);
    return [{ text, citations, rateable: true }];
  };
}

/** The chat over the shipped knowledge, answering by itself. */
export async function startTalkingChat(options: ChatOptions = {}): Promise<RunningChat> {
  const { documents } = await shippedKnowledge();
  return startChat({ documents, respond: respondWith(await testAnswerer()), ...options });
}
