import { createItems } from "../../../src/adapters/prisma/console/knowledge.ts";
import { createRequestDesk } from "../../../src/adapters/prisma/console/requests.ts";
import type { Database } from "../../../src/adapters/prisma/client.ts";
import type { Items, Seen } from "../../../src/console/knowledge/port.ts";
import type { RequestAt, RequestDesk } from "../../../src/console/requests/port.ts";
import type { ItemWords } from "../../../src/registry/knowledge-items.ts";
import type { KnowledgeStatus } from "../../../src/registry/states.ts";
import { staffOf } from "../console.ts";
import { agree, by, deskOver, enterprise } from "../registry.ts";
import { revisionIn, type Edit, type Edits } from "./edit.ts";

const WORDS: ItemWords = {
  question: "Sân bay gần nhà máy cần đo độ ồn không?",
  variants: [],
  answer: "Cần giấy thử số 3, nộp trong 7 ngày.",
  document: "9/CV-THỬ",
  documentTitle: "Công văn thử",
  section: "mục 2",
  validFrom: null,
  expiresOn: null,
};
const minh = { ...by, actor: "minh" };

/** What people ask for, and the answers that staff write for everybody. */
export const QUESTION_EDITS: Edits = {
  "RequestDesk.assign": request((desk, at, { officer }) => desk.assign(by, at, officer)),
  "RequestDesk.answer": request((desk, at) => desk.answer(by, at, "Sở đã nhận.", "guided")),
  "RequestDesk.askInfo": request((desk, at) => desk.askInfo(by, at, "Chị cho biết diện tích.")),
  "RequestDesk.forward": request((desk, at) =>
    desk.forward(by, at, { agency: "Sở Nông nghiệp và Môi trường", text: "Xin chuyển." }),
  ),
  "RequestDesk.refuse": request((desk, at) =>
    desk.refuse(by, at, { reason: "Ngoài kế hoạch", basis: "11/KH-UBND, mục II.3" }),
  ),
  "RequestDesk.reopen": request((desk, at) => desk.reopen(by, at, "Xem lại."), "settled"),
  "RequestDesk.merge": request((desk, at, { other }) => desk.merge(by, at, other)),
  "Items.edit": item("draft", (items, seen) => items.edit(by, seen, { ...WORDS, answer: "Không cần." })),
  "Items.submit": item("draft", (items, seen) => items.submit(by, seen)),
  "Items.giveBack": item("submitted", (items, seen) => items.giveBack(by, seen)),
  "Items.publish": item("submitted", (items, seen) => items.publish(by, seen)),
  "Items.withdraw": item("submitted", (items, seen) => items.withdraw(by, seen)),
};

interface Around {
  /** who may be given requests */
  officer: string;
  /** another request */
  other: RequestAt;
}

/** A request that somebody else settled and reopened first, or the other way round. */
function request(
  send: (desk: RequestDesk, at: RequestAt, around: Around) => Promise<{ kind: string }>,
  state: "open" | "settled" = "open",
): Edit {
  return {
    model: "SupportRequest",
    async open(database) {
      const desk = createRequestDesk(deskOver(database).desk);
      const id = await asked(database, "chung_nhan");
      const around = {
        officer: (await staffOf(database).member("officer")).id,
        other: { id: await asked(database, "so_hoa"), revision: 0 },
      };
      const now = () => revisionIn(database, "SupportRequest", id);
      const settle = async () => desk.answer(minh, { id, revision: await now() }, "Chào chị.", "guided");
      const reopen = async () => desk.reopen(minh, { id, revision: await now() }, "Còn thiếu.");
      if (state === "settled") await settle();
      return {
        seen: now,
        async faster() {
          await (state === "settled" ? reopen() : settle());
          return state === "settled" ? settle() : reopen();
        },
        second: (revision) => send(desk, { id, revision }, around),
      };
    },
  };
}

/** An answer whose words somebody else mended first. */
function item(
  state: Extract<KnowledgeStatus, "draft" | "submitted">,
  send: (items: Items, seen: Seen) => Promise<{ kind: string }>,
): Edit {
  return {
    model: "KnowledgeItem",
    async open(database) {
      const items = createItems(deskOver(database).desk);
      const { id } = await items.draft(minh, WORDS, []);
      const now = () => revisionIn(database, "KnowledgeItem", id);
      const submit = async () => items.submit(minh, { id, revision: await now() });
      if (state === "submitted") await submit();
      return {
        seen: now,
        async faster() {
          const edited = await items.edit(
            minh,
            { id, revision: await now() },
            { ...WORDS, section: "mục 3" },
          );
          return state === "submitted" ? submit() : edited;
        },
        second: (revision) => send(items, { id, revision }),
      };
    },
  };
}

/** A request of somebody who chats. */
async function asked(database: Database, requestKind: "chung_nhan" | "so_hoa"): Promise<string> {
  const { person } = deskOver(database);
  const chat = `${requestKind} ${await database.client.conversation.count()}`;
  const outcome = await (
    await person(chat)
  ).does({
    kind: "submit_request",
    requestKind,
    description: "Muốn làm VietGAP",
    enterprise: enterprise({ name: `Hợp tác xã ${chat}` }),
    submitter: { name: "Lê Thị Hoa", phone: "0905123456" },
    fileIds: [],
    background: [],
    consents: [agree("registration")],
  });
  if (outcome.kind !== "request_received") throw new Error(outcome.kind);
  const { code } = outcome;
  return (await database.client.supportRequest.findUniqueOrThrow({ where: { code } })).id;
}
