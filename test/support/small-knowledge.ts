import { publish, type Publication } from "../../src/ingest/publish.ts";

/** Two made-up documents, small enough to know by heart, for tests that are not about the shipped knowledge. */
export function smallKnowledge(): Publication {
  const { publication, problems } = publish({
    documents: [
      { name: "van-ban/kh-1-2021.md", content: PLAN },
      { name: "huong-dan/gioi-thieu.md", content: GUIDE },
    ],
    lexicon: "",
    everyday: "",
    outOfScope: "",
    foreignQuestions: "",
    digest: "small",
  });
  const broken = problems.filter(({ file }) => file.includes("/"));
  if (broken.length > 0) throw new Error(JSON.stringify(broken));
  return publication;
}

const PLAN = `---
mã: kh-1-2021
số hiệu: 1/KH-UBND
tên: Kế hoạch <b>thử</b> về năng suất & chất lượng
loại: kế hoạch
cơ quan ban hành: UBND tỉnh Thử
ngày ban hành: 2021-01-18
ngày hiệu lực: 2021-01-18
ngày hết hiệu lực: 2025-12-31
tình trạng: hết hiệu lực
ghi chú hiệu lực: Giai đoạn 2021–2025 đã kết thúc ngày 31/12/2025.
quan hệ:
  - { loại: thay thế, văn bản: 9/KH-UBND, từ ngày: 2021-01-18, căn cứ: Điều 2 }
nguồn: [bản gốc của kế hoạch]
độ tin cậy: cao
ngày kiểm chứng: 2026-11-22
hạn rà soát: 2026-11-22
địa bàn: tỉnh Thử
lĩnh vực: năng suất chất lượng
---

## I.3.b | Mục tiêu cụ thể
> hỏi: mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp

Mỗi năm ít nhất 30 doanh nghiệp được hỗ trợ.

- Đến năm 2025 có ít nhất 10 doanh nghiệp làm mô hình điểm.

## Chưa kiểm chứng | Chưa kiểm chứng
> trích dẫn: không

- Số doanh nghiệp đã hỗ trợ thật: chưa rõ.
`;

const GUIDE = `---
mã: gioi-thieu
tên: Giới thiệu cơ quan
loại: hướng dẫn
cơ quan ban hành: Trợ lý tổng hợp
tình trạng: còn hiệu lực
nguồn: [trang của cơ quan]
độ tin cậy: trung bình
ngày kiểm chứng: 2026-11-22
hạn rà soát: 2027-02-22
địa bàn: tỉnh Thử
lĩnh vực: cơ quan
---

## Vai trò | Cơ quan làm gì
> hỏi: cơ quan này làm gì

Cơ quan là đầu mối về năng suất.

## Liên hệ | Liên hệ
> trích dẫn: không

- Điện thoại: (chưa điền)
- Giờ làm việc: 7 giờ đến 17 giờ
`;
