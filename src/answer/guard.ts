import { fold, normalise } from "../search/index.ts";
import { texts } from "./texts.ts";

/** Requests that are declined whatever the knowledge says; patterns are over text without diacritics. */
const RULES: readonly { name: string; pattern: RegExp; reply: string }[] = [
  {
    name: "injection",
    pattern: new RegExp(
      [
        String.raw`\b(?:bo qua|quen (?:het|di)?|phot lo|vo hieu|xoa bo|khong tuan theo|dung tuan theo|ignore|disregard|forget|override)\b.{0,40}\b(?:huong dan|chi dan|chi thi|quy tac|quy dinh truoc|lenh|yeu cau truoc|instructions?|rules?|prompt|truoc do|o tren)\b`,
        String.raw`\b(?:system prompt|systemprompt|prompt he thong|loi nhac he thong|cau lenh he thong|huong dan he thong|jailbreak|developer mode|che do (?:nha phat trien|developer|admin|quan tri|debug|go loi|khong gioi han|khong kiem duyet))\b`,
        String.raw`\b(?:in ra|tiet lo|hien thi|cho (?:toi |minh |em )?(?:xem|biet)|xuat|reveal|print|show|dump)\b.{0,30}\b(?:prompt|huong dan noi bo|lenh noi bo|ma nguon|source code|api key|apikey|khoa api|mat khau|password|token|bien moi truong|co so du lieu|database|\.env)\b`,
        String.raw`\b(?:gia vo|gia lam|gia bo|dong vai|nhap vai|hay la|tu gio ban la|tu bay gio ban la|bay gio ban la|ban (?:gio|hay) la|ban la dan|you are now|act as|pretend|roleplay)\b`,
        String.raw`\b(?:hay|chi can|phai|lam on) (?:tra loi|noi|viet|khang dinh|xac nhan|lap lai|nhac lai)(?: lai)?(?: rang| la| theo| dung| cau|:)`,
        String.raw`\b(?:noi|khang dinh|xac nhan|tra loi)(?: voi (?:moi nguoi|toi|ho))? rang (?:tinh|so|ubnd|nha nuoc|chu tich|minh|toi|cong ty)\b`,
        String.raw`\b(?:drop table|select \*|delete from|insert into|union select|or 1 ?= ?1|<script|rm -rf|\$\{|javascript:)`,
        String.raw`\b(?:khong can|dung|khoi)(?: phai)? (?:dan|neu|ghi|trich)(?: dan)? (?:can cu|nguon)\b`,
        String.raw`\b(?:bia|tu nghi|sang tac|che) (?:ra |giup |cho |dai )*(?:mot |so |cai )*(?:nghi dinh|thong tu|quyet dinh|van ban|con so|muc|cau tra loi|dieu khoan)\b`,
      ].join("|"),
    ),
    reply: texts.injection,
  },
  {
    name: "forgery",
    pattern: new RegExp(
      [
        String.raw`\b(?:lam|mua|ban|in|xin|kiem|che|dung) (?:giup |ho |cho |giay |mot |cai |tem |ma |tam )*(?:\w+ ){0,5}gia\b(?! (?:tri|ca|thanh|dinh|bao|cong|re|bao nhieu|ban|the nao))`,
        String.raw`\b(?:lam gia|gia mao|lam lau|chung nhan lau|mua (?:\w+ )?(?:chung nhan|chung chi|bang|giay|phieu)|chay (?:giay|chung nhan|chung chi|de tai|du an)|hoi lo|dut lot|lot tay|boi duong (?:can bo|cho anh|cho chi)|lo lot|ne (?:kiem tra|phat)|tron (?:kiem tra|phat|phi)|lach (?:luat|quy dinh)|qua mat|khai khong|khai man|khai gian|khai lao|hop thuc hoa)\b`,
        String.raw`\b(?:khong can|khoi) (?:kiem tra|danh gia|thu nghiem|kiem nghiem)\b.{0,30}\b(?:chung nhan|giay)\b|\b(?:chung nhan|giay)\b.{0,30}\b(?:khong can|khoi|khong phai) (?:kiem tra|danh gia|thu nghiem|kiem nghiem)\b`,
        String.raw`\b(?:sua|doi|tay|tay xoa) (?:lai )?(?:han su dung|hsd|ngay san xuat|nsx|date)\b`,
      ].join("|"),
    ),
    reply: texts.forgery,
  },
  {
    name: "commitment",
    pattern:
      /\b(?:cam ket|hua|bao dam|dam bao|chac chan)\b.{0,30}\b(?:cho (?:toi|em|minh|cong ty|htx)|trieu|ty|duyet|dau|duoc ho tro)\b|\b(?:ky duyet|phe duyet|duyet) (?:giup|ho|luon|ngay|cho) (?:toi|em|minh|ho so|khoan|cong ty)\b|\b(?:chuyen|chuyen khoan|giai ngan|cap) (?:ngay |luon |cho (?:toi|em|minh) )+.{0,20}(?:trieu|ty|tien)\b/,
    reply: texts.commitment,
  },
  {
    name: "personal data",
    pattern: new RegExp(
      [
        String.raw`\b(?:so dien thoai|sdt|so dt|dt|so may|zalo|email|dia chi nha|nha rieng|dia chi|so can cuoc|so cccd|cccd|cmnd|can cuoc|so tai khoan|ngay sinh|luong|mst|ma so thue|thu nhap|ly lich)(?: (?:rieng|ca nhan|di dong))? (?:cua )?(?:ong|ba|anh|chi|co|chu|giam doc|pho giam doc|chu tich|nhan vien|can bo|chuyen vien|chu (?:co so|htx|cong ty|doanh nghiep)|cong ty|doanh nghiep|htx|hop tac xa|nguoi|truong phong|vo|chong|hang xom)\b(?! (?:nao|gi|co|phai))`,
        String.raw`\b(?:danh sach|thong tin|ho so|du lieu|ket qua)(?: \w+){0,3} (?:cua )?(?:doanh nghiep|cong ty|nguoi|htx|hop tac xa|ca nhan|co so|khach hang|hoc vien|nguoi dung)(?: \w+){0,4} (?:da dang ky|dang ky lop|dang ky hoc|da nop|no thue|bi phat|vi pham|dang xin|da hoi|nhan tin|khac)\b`,
        String.raw`\b(?:ai|nguoi nao|cong ty nao|doanh nghiep nao|htx nao|don vi nao)(?: \w+){0,3} (?:da dang ky|dang ky lop|da nop ho so|bi phat|no thue|vi pham|da hoi|vua hoi|nhan tin)\b`,
        String.raw`\b(?:nguoi khac|nguoi dung khac|khach khac|doi thu)\b.{0,30}\b(?:hoi gi|nhan gi|tin nhan|du lieu|thong tin|ho so|dang ky|doanh thu|cong thuc)\b|\b(?:tin nhan|du lieu|thong tin|ho so|doanh thu|cong thuc|khach hang)(?: \w+){0,3} (?:cua )?(?:nguoi khac|nguoi dung khac|khach khac|doi thu)\b`,
      ].join("|"),
    ),
    reply: texts.personalData,
  },
  {
    name: "rude",
    pattern:
      /\b(?:ngu (?:the|vay|qua|nhu|vl|thi|vcl)|do ngu|dien a|do dien|vo dung|cut di|cut me|dit me|dm may|dcm|vcl|clgt|cho chet|con cho|do cho|me may|oc cho|khon nan|mat day|lua dao dan|an hai)\b/,
    reply: texts.rude,
  },
];

export interface Refusal {
  rule: string;
  reply: string;
}

/** Why a question is refused before anything is searched; null when it may go on. */
export function refusalFor(question: string): Refusal | null {
  const folded = fold(normalise(question)).replace(/[ \t]+/g, " ");
  const rule = RULES.find((candidate) => candidate.pattern.test(folded));
  return rule ? { rule: rule.name, reply: rule.reply } : null;
}
