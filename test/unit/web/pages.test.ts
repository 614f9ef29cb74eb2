import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../../src/app.ts";
import { answerOf } from "../../support/answers.ts";
import { testApp } from "../../support/app.ts";
import { smallKnowledge } from "../../support/small-knowledge.ts";

let web: App["web"];
beforeAll(async () => {
  ({ web } = await testApp({ knowledge: smallKnowledge() }));
});

const textOf = async (path: string) => (await web.request(path)).text();
const postForm = (body: string) =>
  web.request("/", {
    method: "POST",
    body,
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });

describe("health and assets", () => {
  it("tells that it is well", async () => {
    const response = await web.request("/healthz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok" });
  });

  it("lets a browser keep the assets that a page names, and answers 304 to its tag", async () => {
    const page = await textOf("/");
    for (const path of [/\/styles\.css\?v=[\w-]+/, /\/ask\.js\?v=[\w-]+/, /\/icon\.svg\?v=[\w-]+/]) {
      const url = path.exec(page)?.[0] ?? "missing";
      const asset = await web.request(url);
      expect(asset.status).toBe(200);
      expect(asset.headers.get("Cache-Control")).toContain("immutable");
      const again = await web.request(url, { headers: { "If-None-Match": asset.headers.get("ETag") ?? "" } });
      expect(again.status).toBe(304);
    }
  });

  it("does not promise for good what was asked for without its version", async () => {
    const response = await web.request("/styles.css");
    expect(response.headers.get("Cache-Control")).toBe("public, no-cache");
    expect(response.headers.get("Content-Type")).toContain("text/css");
  });
});

describe("headers", () => {
  it.each(["/", "/?q=chao", "/van-ban", "/healthz", "/khong-co", "/api/khong-co"])(
    "guards %s",
    async (path) => {
      const { headers } = await web.request(path);
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("same-origin");
    },
  );

  it.each(["/", "/?q=moi+nam+ho+tro+bao+nhieu", "/van-ban", "/van-ban/kh-1-2021"])(
    "%s has nothing inline that the policy would forbid",
    async (path) => {
      const page = await textOf(path);
      expect(page).not.toMatch(/ style=| on[a-z]+=|<style/);
      expect(page.match(/<script(?! src="\/ask\.js)/g)).toBeNull();
    },
  );
});

describe("asking by form", () => {
  it("sends the question on to an address that can be shared", async () => {
    const response = await postForm("q=m%E1%BB%97i+n%C4%83m%3F&h=c%C3%A2u+tr%C6%B0%E1%BB%9Bc");
    expect(response.status).toBe(303);
    const to = new URL(response.headers.get("Location") ?? "", "http://here");
    expect(to.searchParams.get("q")).toBe("mỗi năm?");
    expect(to.searchParams.getAll("h")).toEqual(["câu trước"]);
  });

  it("answers in place where the address would grow too long for proxies", async () => {
    const response = await postForm(`q=${encodeURIComponent("hỗ trợ ".repeat(280))}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('id="tra-loi"');
  });

  it("keeps the words of a question that is too long", async () => {
    const page = await (await postForm(`q=${"dai ".repeat(2500)}het`)).text();
    expect(page).toContain("tôi chỉ đọc được 2.000");
    expect(page).toContain("dai het</textarea>");
  });

  it("refuses what is far too large with a page in Vietnamese", async () => {
    const response = await postForm(`q=${"a".repeat(300_000)}`);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("rút gọn");
  });

  it("refuses what is no form", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const response = await web.request("/", { method: "POST", body: "không phải biểu mẫu", headers });
    expect(response.status).toBe(400);
  });

  it("survives an address that is not UTF-8", async () => {
    expect((await web.request("/?q=%E0%A4%A")).status).toBe(200);
    expect((await web.request("/van-ban/%E0%A4%A")).status).toBe(404);
  });

  it("writes what was typed as text, never as markup", async () => {
    const page = await textOf(`/?q=${encodeURIComponent('<script>alert(1)</script>"><img src=x>')}`);
    expect(page).not.toMatch(/<script>|<img src=x/);
    expect(page).toContain("&lt;script&gt;");
  });
});

describe("an answer that asks back", () => {
  it("offers each meaning as a question of its own", async () => {
    const meanings = ["Phí duy trì", "Phí cấp mã"];
    const asksBack = await testApp({
      knowledge: smallKnowledge(),
      answerer: {
        answer: (question) =>
          Promise.resolve(
            answerOf({
              question,
              outcome: "clarify",
              text: "Anh/chị muốn hỏi điều nào?\n- Phí duy trì\n- Phí cấp mã",
              suggestions: meanings,
            }),
          ),
      },
    });
    const page = await (await asksBack.web.request("/?q=phi")).text();
    expect(page).toContain("Xin hỏi lại cho rõ");
    expect(page).toContain('<a href="/?q=Ph%C3%AD+duy+tr%C3%AC">Phí duy trì</a>');
    // Listed once: not again under "you may ask".
    expect(page.match(/>Phí cấp mã</g)).toHaveLength(1);
  });
});

describe("documents", () => {
  it("lists each with number, status as of today and an overdue review", async () => {
    const page = await textOf("/van-ban");
    for (const words of ["1/KH-UBND", "Đã hết giai đoạn", "quá hạn rà soát", "Bài hướng dẫn", "18/01/2021"]) {
      expect(page).toContain(words);
    }
    expect(page).toContain("Kế hoạch &lt;b&gt;thử&lt;/b&gt; về năng suất &amp; chất lượng");
  });

  it("finds by words with or without diacritics, and says when nothing fits", async () => {
    expect(await textOf("/van-ban?tu=ke+hoach+het+giai+doan")).not.toContain("Giới thiệu cơ quan");
    expect(await textOf("/van-ban?tu=khong-the-co")).toContain("Không có văn bản nào khớp");
  });

  it("shows sections at addresses of their own and keeps the unverified apart", async () => {
    const page = await textOf("/van-ban/kh-1-2021");
    expect(page).toContain('id="muc-i-3-b"');
    expect(page).toContain("Thay thế");
    expect(page).toMatch(/<details[^>]*><summary>Chưa kiểm chứng – không dùng làm căn cứ/);
  });

  it("leaves out lines that nobody has filled in", async () => {
    const page = await textOf("/van-ban/gioi-thieu");
    expect(page).not.toContain("(chưa điền)");
    expect(page).toContain("7 giờ đến 17 giờ");
  });
});

describe("when things go wrong", () => {
  it("says so in Vietnamese where there is no page", async () => {
    const response = await web.request("/khong-co");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("Không có trang này");
  });

  it("shows no trace of an error, only the apology", async () => {
    const told: unknown[] = [];
    const broken = await testApp({
      knowledge: smallKnowledge(),
      answerer: { answer: () => Promise.reject(new Error("bí mật ở dòng 42")) },
      onError: (error) => told.push(error),
    });
    const response = await broken.web.request("/?q=mot+cau+hoi");
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).toContain("Trang đang trục trặc");
    expect(page).not.toMatch(/bí mật|\.ts|at /);
    expect(told).toHaveLength(1);
  });
});
