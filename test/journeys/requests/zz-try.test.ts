import { it } from "vitest";
import { eachDatabase } from "../../support/database.ts";
import { Person } from "../../support/person.ts";
eachDatabase("try", (given) => {
  it("requests", async () => {
    if (given.kind === "postgresql") return;
    const start = Date.now();
    const p = await Person.at(given.database, {});
    const say = async (t: string) => { await p.says(t); p.transcript.push("   [" + p.choices.map((c) => c.label).join(" | ") + "]"); };
    for (const t of ["xin chào", "yêu cầu hỗ trợ", "1", "co mat tien hong", "1", "xưởng mắm 9 người, muốn làm ISO 22000 mà không biết bắt đầu từ đâu", "không có", "ho kinh doanh", "Mắm Cô Ba", "bỏ qua", "Sa Huỳnh", "Võ Thị Ba", "0905123456", "gửi yêu cầu", "yêu cầu của tôi", "giá vé máy bay đi Hà Nội", "co", "sau khi đăng ký mã vạch thì bao lâu được cấp mã"]) await say(t);
    console.log(p.transcript.join("\n"), Date.now() - start);
    await p.leaves();
  });
});
