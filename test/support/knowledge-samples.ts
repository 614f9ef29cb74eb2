/** A document that has one of everything, for tests of the reader and the check. */
export const DOCUMENT = `---
mã: nd-1-2026
số hiệu: 1/2026/NĐ-CP
tên: Nghị định về mã số mã vạch
loại: nghị định
cơ quan ban hành: Chính phủ
ngày ban hành: 2026-01-02
ngày hiệu lực: 2026-02-01
tình trạng: còn hiệu lực
gọi tắt: [nghị định 1]
quan hệ:
  - { loại: thay thế, văn bản: 9/2019/NĐ-CP, từ ngày: 2026-02-01, căn cứ: Điều 9 }
nguồn: [Công báo số 1]
độ tin cậy: cao
ngày kiểm chứng: 2026-11-22
hạn rà soát: 2027-05-22
địa bàn: cả nước
lĩnh vực: mã vạch
---

# Nghị định về mã số mã vạch

## Điều 1 khoản 1 | Bao lâu có mã
> hỏi: bao lâu có mã
> hỏi: lam ma mat may ngay

Hồ sơ đủ thì có mã trong **07 ngày làm việc**. Nộp ở TP. Quảng Ngãi hay trực tuyến đều được.

Hồ sơ gồm:

- đơn theo mẫu;
- giấy đăng ký.

| Loại mã | Số vật phẩm | Phí một năm |
|---|---|---|
| GCP 10 số | 100 | 500.000 đồng |

## Điều 9 | Văn bản bị thay thế
> hỏi: văn bản nào bị thay
> hỏi: nd 9 2019 con dung khong

Nghị định 9/2019/NĐ-CP hết hiệu lực từ 01/02/2026.

## Chưa kiểm chứng | Chưa kiểm chứng
> trích dẫn: không

- Phí của mã 12 số chưa có thông tư.
`;

/** The same with the line of one key replaced. */
export function withLine(document: string, key: string, line: string): string {
  return document.replace(new RegExp(`^${key}:.*$`, "m"), line);
}

export function withoutLine(document: string, key: string): string {
  return document.replace(new RegExp(`^${key}:.*\n`, "m"), "");
}
