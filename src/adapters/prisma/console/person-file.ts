import type { PersonFile } from "../../../console/personal-data/port.ts";
import { momentInWords } from "../../../console/kit/when.ts";
import { registrationTexts } from "../../../console/classes/texts.ts";
import { channelName, CONTACT_STATES, REQUEST_STATES } from "../../../console/words.ts";
import type { Content } from "../../../conversation/message.ts";
import { CONSENT_PURPOSES, ENTERPRISE_KINDS, TOPICS } from "../../../registry/views.ts";
import { wordsOf } from "../../../staffroom/notices.ts";
import type { Tx } from "../database.ts";

const AUTHORS = { person: "Người gửi", staff: "Cán bộ", bot: "Trợ lý" } as const;
const DELIVERY_STATES: Readonly<Record<string, string>> = {
  queued: "Đang chờ gửi",
  leased: "Đang gửi",
  sending: "Đang gửi",
  sent: "Đã gửi",
  refused: "Không nhận",
  unknown: "Chưa rõ",
  skipped: "Không gửi",
};

const inWords = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key;

/** Everything kept of one person, for the person (law 91/2025/QH15: to see, to be given). */
export async function readPersonFile(tx: Tx, contactId: string): Promise<PersonFile | null> {
  const contact = await tx.contact.findUnique({
    where: { id: contactId },
    include: {
      addresses: true,
      enterprises: { include: { enterprise: true } },
      consents: true,
      follows: true,
      registrations: { include: { event: true, attendees: true } },
      requests: { include: { entries: { orderBy: { at: "asc" } } } },
      deliveries: { include: { announcement: true } },
    },
  });
  if (contact === null) return null;
  const messages = await messagesOf(tx, contact.addresses);
  return [
    {
      name: "Người",
      headers: ["Họ tên", "Điện thoại", "Ghi nhận lúc", "Kênh"],
      rows: [
        [
          contact.name ?? "",
          contact.phone ?? "",
          momentInWords(contact.createdAt),
          contact.addresses.map(({ channel }) => channelName(channel)).join(", "),
        ],
      ],
    },
    {
      name: "Đơn vị",
      headers: ["Tên", "Loại hình", "Mã số thuế", "Xã, phường", "Tình trạng"],
      rows: contact.enterprises.map(({ enterprise, status }) => [
        enterprise.name,
        inWords(ENTERPRISE_KINDS, enterprise.kind),
        enterprise.taxId ?? "",
        enterprise.communeText,
        inWords(CONTACT_STATES, status),
      ]),
    },
    {
      name: "Đồng ý",
      headers: ["Mục đích", "Lời đã đồng ý", "Lúc", "Rút lúc"],
      rows: contact.consents.map(({ purpose, wording, givenAt, withdrawnAt }) => [
        inWords(CONSENT_PURPOSES, purpose),
        wording,
        momentInWords(givenAt),
        withdrawnAt === null ? "" : momentInWords(withdrawnAt),
      ]),
    },
    {
      name: "Chủ đề theo dõi",
      headers: ["Chủ đề", "Từ"],
      rows: contact.follows.map(({ topic, createdAt }) => [inWords(TOPICS, topic), momentInWords(createdAt)]),
    },
    {
      name: "Đăng ký lớp",
      headers: ["Mã", "Lớp", "Người dự", "Điện thoại", "Chức vụ", "Tình trạng"],
      rows: contact.registrations.flatMap(({ code, event, attendees }) =>
        attendees.map(({ name, phone, position, status }) => [
          code,
          event.title,
          name,
          phone ?? "",
          position ?? "",
          inWords(registrationTexts.states, status),
        ]),
      ),
    },
    {
      name: "Yêu cầu",
      headers: ["Mã", "Lúc", "Ai viết", "Nội dung", "Tình trạng"],
      rows: contact.requests.flatMap(({ code, description, createdAt, status, entries }) => [
        [code, momentInWords(createdAt), AUTHORS.person, description, inWords(REQUEST_STATES, status)],
        ...entries.map((entry) => [
          code,
          momentInWords(entry.at),
          inWords(AUTHORS, entry.author),
          entry.text,
          entry.status === null ? "" : inWords(REQUEST_STATES, entry.status),
        ]),
      ]),
    },
    {
      name: "Thông báo",
      headers: ["Tiêu đề", "Tình trạng"],
      rows: contact.deliveries.map(({ announcement, status }) => [
        announcement?.title ?? "Nhắc việc",
        inWords(DELIVERY_STATES, status),
      ]),
    },
    { name: "Tin nhắn", headers: ["Kênh", "Lúc", "Ai viết", "Nội dung"], rows: messages },
  ];
}

interface Place {
  channel: string;
  account: string;
  chat: string;
  sender: string;
}

/** In a group only what this person wrote, and what was answered to it. */
async function messagesOf(tx: Tx, addresses: readonly Place[]): Promise<string[][]> {
  const rows: { at: Date; row: string[] }[] = [];
  for (const { channel, account, chat, sender } of addresses) {
    const conversation = await tx.conversation.findUnique({
      where: { channel_account_chat: { channel, account, chat } },
      include: { inbox: { where: { sender } } },
    });
    if (conversation === null) continue;
    const isGroup = conversation.inbox.some((one) => one.isGroup);
    const written = conversation.inbox.map(({ externalId }) => externalId);
    const outgoing = await tx.outgoingMessage.findMany({
      where: {
        conversationId: conversation.id,
        aboutId: null,
        ...(isGroup ? { inReplyTo: { in: written } } : {}),
      },
    });
    for (const { content, receivedAt } of conversation.inbox) {
      const words = wordsOf(JSON.parse(content) as Content);
      rows.push({
        at: receivedAt,
        row: [channelName(channel), momentInWords(receivedAt), AUTHORS.person, words],
      });
    }
    for (const { body, createdAt, author } of outgoing) {
      const { text } = JSON.parse(body) as { text: string };
      rows.push({
        at: createdAt,
        row: [channelName(channel), momentInWords(createdAt), inWords(AUTHORS, author), text],
      });
    }
  }
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ row }) => row);
}
