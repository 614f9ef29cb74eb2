import type { Rule } from "./rule.ts";
import { COOPERATIVE_LAW, DECREE_113, guide, place } from "./places.ts";

const LAW = place(COOPERATIVE_LAW, "Điều 18 (hợp tác xã)");
const CRITERIA = place(DECREE_113, "Điều 6 khoản 1");
const GROUP_LAW = place(COOPERATIVE_LAW, "Điều 18 (tổ hợp tác)");
const GROUP_CRITERIA = place(DECREE_113, "Điều 6 khoản 2");

const AMOUNTS =
  "Mức tiền và nghị quyết của tỉnh chưa kiểm chứng: hỏi Liên minh Hợp tác xã hoặc Sở Tài chính tỉnh";
const EVIDENCE =
  "Giấy tờ chứng minh tiêu chí đã chọn (danh sách thành viên, báo cáo tài chính, danh sách học viên)";

const ours = { want: ["cooperative"], kind: ["htx", "lien_hiep_htx"] } as const;
const group = { want: ["cooperative"], kind: ["to_hop_tac"] } as const;

/** Policies of the law on cooperatives: no sanction in force, and one criterion of Điều 18. */
export const cooperativeRules: readonly Rule[] = [
  {
    case: "cooperative-sanctioned",
    when: { ...ours, sanction: ["yes"] },
    verdict: "not_addressed",
    says: "trong lúc đang bị xử phạt, thi hành án",
    basis: [LAW, CRITERIA],
    prepare: ["Chấp hành xong rồi hỏi lại"],
  },
  {
    case: "cooperative-no-criterion",
    when: { ...ours, criterion: ["none"] },
    verdict: "not_addressed",
    says: "khi chưa đạt tiêu chí nào; đạt một tiêu chí thì xét lại",
    basis: [LAW, CRITERIA],
    prepare: ["Dễ làm trước: cử ít nhất 5% thành viên hoặc người lao động đi học bồi dưỡng (gõ “lớp”)"],
  },
  {
    case: "cooperative-unclear",
    when: { ...ours, sanction: ["unknown"] },
    verdict: "unverified",
    says: "cần biết hợp tác xã có đang bị xử phạt, thi hành án không",
    basis: [LAW, CRITERIA],
    prepare: [EVIDENCE, AMOUNTS],
  },
  {
    case: "cooperative-unclear-criterion",
    when: { ...ours, criterion: ["unknown"] },
    verdict: "unverified",
    says: "cần biết hợp tác xã đạt tiêu chí nào; chỉ cần một",
    basis: [LAW, CRITERIA],
    prepare: ["So số thành viên, giao dịch nội bộ, quỹ và tài sản chung với năm trước", AMOUNTS],
  },
  {
    case: "cooperative-clear",
    when: { ...ours, sanction: ["no"], criterion: ["members", "internal", "fund", "trained", "young"] },
    verdict: "may_apply",
    says: "vì không bị xử phạt và đạt một tiêu chí; mức tiền chưa kiểm chứng",
    basis: [LAW, CRITERIA, guide("Chính sách hợp tác xã"), place(COOPERATIVE_LAW, "Điều 25")],
    prepare: [EVIDENCE, "Cùng một nội dung có nhiều chính sách: chọn mức có lợi nhất", AMOUNTS],
  },
  {
    case: "group-no-paper",
    when: { ...group, groupPaper: ["no"] },
    verdict: "not_addressed",
    says: "khi chưa có Giấy chứng nhận đăng ký tổ hợp tác",
    basis: [GROUP_LAW, GROUP_CRITERIA],
    prepare: ["Đăng ký tổ hợp tác (không thu lệ phí) rồi hỏi lại"],
  },
  {
    case: "group-sanctioned",
    when: { ...group, sanction: ["yes"] },
    verdict: "not_addressed",
    says: "trong lúc chấp hành quyết định xử phạt",
    basis: [GROUP_LAW, GROUP_CRITERIA],
    prepare: ["Chấp hành xong rồi hỏi lại"],
  },
  {
    case: "group-no-criterion",
    when: { ...group, groupCriterion: ["none"] },
    verdict: "not_addressed",
    says: "khi chưa đạt tiêu chí nào; đạt một tiêu chí thì xét lại",
    basis: [GROUP_LAW, GROUP_CRITERIA],
    prepare: ["Dễ làm trước: cử ít nhất 5% thành viên, người lao động đi học bồi dưỡng (gõ “lớp”)"],
  },
  {
    case: "group-clear",
    when: {
      ...group,
      groupPaper: ["yes"],
      sanction: ["no"],
      groupCriterion: ["members", "trained", "young"],
    },
    verdict: "may_apply",
    says: "vì đã đăng ký, không bị xử phạt và đạt một tiêu chí; mức tiền chưa kiểm chứng",
    basis: [GROUP_LAW, GROUP_CRITERIA, guide("Chính sách tổ hợp tác")],
    prepare: ["Giấy chứng nhận đăng ký tổ hợp tác", EVIDENCE, AMOUNTS],
  },
  {
    case: "group-unclear",
    when: group,
    verdict: "unverified",
    says: "cần biết giấy đăng ký, tình trạng xử phạt và tiêu chí của tổ hợp tác",
    basis: [GROUP_LAW, GROUP_CRITERIA],
    prepare: ["Giấy chứng nhận đăng ký tổ hợp tác", EVIDENCE, AMOUNTS],
  },
  {
    case: "cooperative-others",
    when: { want: ["cooperative"], kind: ["doanh_nghiep", "ho_kinh_doanh"] },
    verdict: "not_addressed",
    says: "các chính sách này dành cho hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác",
    basis: [LAW, GROUP_LAW],
    prepare: ["Đường khác của doanh nghiệp, hộ kinh doanh: chọn “Hỏi trường hợp khác”"],
  },
  {
    case: "cooperative-unknown-kind",
    when: { want: ["cooperative"] },
    verdict: "unverified",
    says: "cần biết đơn vị có phải hợp tác xã, liên hiệp hợp tác xã hay tổ hợp tác không",
    basis: [LAW, GROUP_LAW],
    prepare: ["Xem giấy đăng ký của đơn vị ghi loại hình nào"],
  },
];
