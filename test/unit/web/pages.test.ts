import { describe, expect, it } from "vitest";
import { memoryConversations } from "../../support/memory-conversations.ts";
import { testChat } from "../../support/chat.ts";
import { smallKnowledge } from "../../support/small-knowledge.ts";

const { app: web } = testChat({ documents: smallKnowledge().documents });

const textOf = async (path: string) => (await web.request(path)).text();

describe("health and assets", () => {
  it("tells that it is well", async () => {
    const response = await web.request("/healthz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok" });
  });

  it("lets a browser keep the assets that a page names, and answers 304 to its tag", async () => {
    const page = await textOf("/");
    for (const path of [/\/styles\.css\?v=[\w-]+/, /\/chat\.js\?v=[\w-]+/, /\/icon\.svg\?v=[\w-]+/]) {
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
  it.each([
    "/",
    "/?q=chao",
    "/van-ban",
    "/quyen-rieng-tu",
    "/healthz",
    "/khong-co",
    "/api/khong-co",
    "/api/chat/khong-co",
  ])("guards %s", async (path) => {
    const { headers } = await web.request(path);
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
  });

  it.each(["/", "/?q=moi+nam", "/nhung", "/quyen-rieng-tu", "/van-ban", "/van-ban/kh-1-2021"])(
    "%s has nothing inline that the policy would forbid",
    async (path) => {
      const page = await textOf(path);
      expect(page).not.toMatch(/ style=| on[a-z]+=|<style/);
      expect(page.match(/<script(?! src="\/chat\.js)/g)).toBeNull();
    },
  );
});

describe("the chat page", () => {
  it("says above the box that an automatic assistant answers, for reference, and links to the privacy notice", async () => {
    const page = await textOf("/");
    const said = page.indexOf("Trợ lý tự động trả lời, nội dung chỉ để tham khảo.");
    expect(said).toBeGreaterThan(0);
    expect(said).toBeLessThan(page.indexOf("<textarea"));
    expect(page).toContain('href="/quyen-rieng-tu"');
  });

  it("puts the words of a link into the box, as text and never as markup", async () => {
    const page = await textOf(
      `/?q=${encodeURIComponent('</textarea><script>alert(1)</script>"><img src=x>')}`,
    );
    expect(page).not.toMatch(/<script>|<img src=x/);
    expect(page).toContain("&lt;script&gt;");
  });

  it("survives an address that is not UTF-8", async () => {
    expect((await web.request("/?q=%E0%A4%A")).status).toBe(200);
    expect((await web.request("/van-ban/%E0%A4%A")).status).toBe(404);
  });

  it("tells in the words of the notice, purpose by purpose, what is kept", async () => {
    const page = await textOf("/quyen-rieng-tu");
    expect(page).toContain("Đăng ký lớp và xử lý yêu cầu hỗ trợ");
    expect(page).toContain("Anh/chị có quyền xem, sửa, xóa");
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
    const memory = memoryConversations(() => new Date());
    memory.transcript.exists = () => Promise.reject(new Error("bí mật ở dòng 42"));
    const broken = testChat({ memory });
    const response = await broken.app.request("/", { headers: { Cookie: "nscl_chat=abc" } });
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).toContain("Trang đang trục trặc");
    expect(page).not.toMatch(/bí mật|\.ts|at /);
    expect(broken.errors).toHaveLength(1);
  });
});
