/** Plan 11/KH-UBND of 18/01/2021: what it counts and the items of its annex. A test holds it against the knowledge. */

export const METRICS = {
  supported_enterprises: "Doanh nghiệp được hỗ trợ trong năm",
  pilot_models: "Mô hình điểm, cộng dồn đến năm",
} as const;
export type Metric = keyof typeof METRICS;

/** How a metric of a plan is counted: in the year alone, or from the first day of the plan to the end of the year. */
export const CUMULATIVE: Readonly<Record<Metric, boolean>> = {
  supported_enterprises: false,
  pilot_models: true,
};

interface ShippedPlan {
  number: string;
  title: string;
  startsOn: string;
  endsOn: string;
  targets: readonly { year: number; metric: Metric; value: number }[];
}

/**
 * I.3.b: at least 30 enterprises a year, at least 10 pilot models by 2025. The number of classes is not set, and
 * nothing is set after 2025: no other target may be made from it.
 */
export const PLAN_11: ShippedPlan = {
  number: "11/KH-UBND",
  title: "Kế hoạch nâng cao năng suất, chất lượng tỉnh Quảng Ngãi giai đoạn 2021–2025",
  startsOn: "2021-01-01",
  endsOn: "2025-12-31",
  targets: [
    ...[2021, 2022, 2023, 2024, 2025].map((year) => ({
      year,
      metric: "supported_enterprises" as const,
      value: 30,
    })),
    { year: 2025, metric: "pilot_models", value: 10 },
  ],
};

/** The six items of the annex, all led by the Department of Science and Technology. */
export const ANNEX_ITEMS = {
  "1": "Bồi dưỡng kiến thức, hướng dẫn áp dụng",
  "2": "Rà soát văn bản, tham mưu chính sách",
  "3": "Kiểm tra, giám sát, xử lý vi phạm",
  "4": "Hợp tác, liên kết",
  "5": "Hội thảo, học tập kinh nghiệm",
  "6": "Tổng kết kế hoạch",
} as const;

/** II.1: belongs to the plan's work, but is no item of the annex. */
const WORK_OUTSIDE_ANNEX = {
  tuyen_truyen: "Thông tin, tuyên truyền (mục II.1)",
  khen_thuong: "Khen thưởng, giải thưởng (mục II.1)",
} as const;

export const WORK_ITEMS = { ...ANNEX_ITEMS, ...WORK_OUTSIDE_ANNEX } as const;
export type WorkItem = keyof typeof WORK_ITEMS;

export const ACTIVITY_STATES = {
  planned: "Dự kiến",
  running: "Đang làm",
  done: "Đã xong",
  dropped: "Không làm",
} as const;
export type ActivityStatus = keyof typeof ACTIVITY_STATES;
