import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync, mkdirSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createChannelStates } from "../../../src/adapters/prisma/channel-states.ts";
import { conversationAt } from "../../../src/adapters/prisma/conversation-rows.ts";
import { createOutbox } from "../../../src/adapters/prisma/outbox.ts";
import { say } from "../../../src/adapters/prisma/say.ts";
import { inTransaction } from "../../../src/adapters/prisma/transaction.ts";
import type { DatabasePlace } from "../../../src/adapters/prisma/client.ts";
import type { ChannelState } from "../../../src/conversation/state-watch.ts";
import { compiled } from "../../support/compiled.ts";
import { eachDatabase } from "../../support/database.ts";
import { withoutHnswlib } from "../../support/hnswlib.ts";
import { repository } from "../../support/knowledge.ts";
import { recordOutput } from "../../support/log-scan/journal.ts";
import { ended, type Ended } from "../../support/run-script.ts";

// Every run is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const HOUR = 3_600_000;
const TOKEN = "7012345678:canary-AAEabcdefghijklmnopqrstuvwxyz1234";

/** Runs it as an administrator would run the command. */
async function doctor(env: Readonly<Record<string, string>>): Promise<Ended> {
  const { PATH = "" } = process.env;
  return ended(
    recordOutput(
      spawn(process.execPath, [await compiled("src/cli/doctor.ts")], {
        cwd: repository,
        // Nothing of what this machine has set.
        env: { PATH, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    ),
  );
}

function at(place: DatabasePlace): Record<string, string> {
  return "url" in place ? { DATABASE_URL: place.url } : { DATA_DIR: place.dataFolder };
}

let folders: string[] = [];
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "nscl-doctor-"));
  folders.push(folder);
  return folder;
}

function stateOf(given: Partial<ChannelState>): ChannelState {
  return {
    channel: "telegram",
    account: "7012345678",
    state: "ok",
    why: null,
    since: new Date(),
    isStandby: false,
    lastTrouble: null,
    ...given,
  };
}

eachDatabase("the doctor", (given) => {
  it("finds nothing wrong where nothing is, and leaves everything as it was", async () => {
    const before = await given.database.client.setting.findMany();
    const { code, stdout, stderr } = await doctor(at(given.place));
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("[tốt]     Cấu hình: không có chỗ sai.");
    expect(stdout).toContain("[tốt]     Cơ sở dữ liệu: kết nối được, đúng phiên bản.");
    expect(stdout).toMatch(/Kho tri thức: đọc được \d+ văn bản/);
    expect(stdout).toContain("[tốt]     Tìm theo nghĩa: không bật (EMBEDDING_MODEL)");
    expect(stdout).toContain("Tin nhắn: không có tin nào bị kẹt.");
    expect(stdout).toContain("Không có chỗ nào hỏng");
    if (given.kind === "sqlite") expect(stdout).toMatch(/\] +Thư mục dữ liệu .*: ghi được, còn trống/);
    expect(await given.database.client.setting.findMany()).toEqual(before);
  });

  it("says how the channels stand, and fails where one has stopped", async () => {
    const states = createChannelStates(given.database);
    await states.keep(
      "may-1",
      [stateOf({}), stateOf({ channel: "zalo-bot", account: "42", state: "waiting", why: "Đang chờ." })],
      new Date(),
    );
    const well = await doctor({
      ...at(given.place),
      TELEGRAM_TOKENS: TOKEN,
      ZALO_PERSONAL: "on",
      SECRET_KEY: "bi-mat-dai-hon-16",
      EMBEDDING_MODEL: "bge-m3",
      OPENAI_BASE_URL: "http://10.0.0.5:8000/v1",
    });
    expect(well.code).toBe(0);
    // Files of vectors need what npm may not have been able to build.
    expect(well.stdout).toContain(
      withoutHnswlib
        ? "[chú ý]   Tìm theo nghĩa: đã đặt EMBEDDING_MODEL=bge-m3"
        : "[tốt]     Tìm theo nghĩa: bge-m3 tại 10.0.0.5:8000, trong mạng của cơ quan.",
    );
    expect(well.stdout).toMatch(/\[tốt\] +Kênh Telegram, tài khoản 7012345678: hoạt động từ /);
    expect(well.stdout).toMatch(/\[chú ý\] +Kênh Zalo Bot, tài khoản 42: đang chờ từ .* Đang chờ\./);
    expect(well.stdout).toMatch(/\[chú ý\] +Kênh Zalo cá nhân: đã bật nhưng chưa có máy nào báo/);

    await states.keep(
      "may-1",
      [stateOf({ state: "stopped", why: "Telegram không nhận token." })],
      new Date(),
    );
    const stopped = await doctor(at(given.place));
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toMatch(/\[HỎNG\] +Kênh Telegram.*đã dừng từ .* Telegram không nhận token\./);
    expect(stopped.stdout).toContain("Có 1 chỗ hỏng cần sửa");

    await states.keep("may-1", [stateOf({})], new Date(Date.now() - HOUR));
    const dead = await doctor(at(given.place));
    expect(dead.code).toBe(0);
    expect(dead.stdout).toMatch(/\[chú ý\] +Kênh Telegram.*máy may-1 không còn báo gì từ /);
  });

  it("counts what waits for too long and what nobody tries any more", async () => {
    const long = new Date(Date.now() - 2 * HOUR);
    const queue = (chat: string) =>
      inTransaction(given.database, async (tx) => {
        const { id } = await conversationAt(tx, { channel: "zalo-personal", account: "7", chat }, long);
        await say(
          tx,
          id,
          { text: "chuyện riêng" },
          { author: "bot", priority: 0, inReplyTo: null, now: long },
        );
      });
    await queue("an");
    const outbox = createOutbox(given.database);
    const [message] = await outbox.claim({ channel: "zalo-personal", owner: "test", now: long, limit: 1 });
    if (!message) throw new Error("nothing to send");
    await outbox.settle(message, { kind: "refused", why: "bị chặn" }, long);
    for (const chat of ["bình", "cúc"]) await queue(chat);
    const { code, stdout } = await doctor(at(given.place));
    expect(code).toBe(0);
    expect(stdout).toMatch(/\[chú ý\] +Tin nhắn: 2 tin của kênh Zalo cá nhân chờ gửi đã hơn một giờ/);
    expect(stdout).toMatch(/\[chú ý\] +Tin nhắn: 1 tin không trả lời hoặc không gửi được.*dead-letters/);
    expect(stdout).not.toContain("riêng");
  });

  it("says that the database is not made or not up to date yet, and does not do it itself", async () => {
    const place = await given.blank();
    // The second look would find what the first had made.
    for (const look of ["first", "second"]) {
      const { code, stdout } = await doctor(at(place));
      expect(code, look).toBe(0);
      expect(stdout).toMatch(
        given.kind === "sqlite" ? /chưa có, sẽ được tạo khi/ : /thiếu \d+ bước nâng cấp, sẽ được nâng cấp/,
      );
    }
    if ("dataFolder" in place) expect(existsSync(place.dataFolder)).toBe(false);
  });

  it("says that the database belongs to a newer program", async () => {
    await given.database.client.$executeRawUnsafe(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', 'x', '29990101_later')`,
    );
    const { code, stdout } = await doctor(at(given.place));
    expect(code).toBe(1);
    expect(stdout).toMatch(/\[HỎNG\] +Cơ sở dữ liệu: không khớp với chương trình này.*29990101_later/);
  });
});

describe("the doctor", () => {
  it("names every setting that is wrong, and repeats no secret", async () => {
    const { code, stdout } = await doctor({
      PORT: "ba nghìn",
      DATABASE_URL: "mysql://u:mat-khau-canary@may/db",
      KEEP_FILE_DAYS: "0",
    });
    expect(code).toBe(1);
    for (const name of ["PORT", "DATABASE_URL", "KEEP_FILE_DAYS"])
      expect(stdout).toMatch(new RegExp(`\\[HỎNG\\] +Cấu hình: biến ${name} đặt chưa đúng`));
    expect(stdout).toContain("Có 3 chỗ hỏng");
    expect(stdout).not.toContain("canary");
    const other = await doctor({ TELEGRAM_TOKENS: "canary-khong-phai-token", DATA_DIR: newFolder() });
    expect(other.code).toBe(1);
    expect(other.stdout).toMatch(/Cấu hình: có chỗ chưa đúng.*Telegram token/);
    expect(other.stdout).not.toContain("canary");
  });

  it("says that the server of the database cannot be reached, without its password", async () => {
    const { code, stdout } = await doctor({ DATABASE_URL: "postgresql://nscl:canary@127.0.0.1:9/nscl" });
    expect(code).toBe(1);
    expect(stdout).toMatch(/\[HỎNG\] +Cơ sở dữ liệu: không kết nối được.*ECONNREFUSED/);
    expect(stdout).not.toContain("canary");
  });

  it("says that a file is no database, and that no folder can be made there", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "nscl.db"), "không phải cơ sở dữ liệu ".repeat(100));
    const broken = await doctor({ DATA_DIR: folder });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/\[HỎNG\] +Cơ sở dữ liệu: không kết nối được/);

    const file = join(folder, "tep");
    writeFileSync(file, "");
    const blocked = await doctor({ DATA_DIR: file });
    expect(blocked.code).toBe(1);
    expect(blocked.stdout).toMatch(/\[HỎNG\] +Thư mục dữ liệu .*tep: không ghi được/);
  });

  it("counts what is wrong in the knowledge, and says that there is none", async () => {
    const folder = newFolder();
    const knowledge = join(folder, "knowledge");
    cpSync(join(repository, "knowledge"), knowledge, { recursive: true });
    mkdirSync(join(knowledge, "van-ban"), { recursive: true });
    writeFileSync(join(knowledge, "van-ban", "hong.md"), "không có phần đầu\n");
    const broken = await doctor({ DATA_DIR: folder, KNOWLEDGE_DIR: knowledge });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/\[HỎNG\] +Kho tri thức: \d+ lỗi trong \d+ văn bản.*knowledge:check/);

    const absent = await doctor({ DATA_DIR: folder, KNOWLEDGE_DIR: join(folder, "khong-co") });
    expect(absent.code).toBe(1);
    expect(absent.stdout).toMatch(/\[HỎNG\] +Kho tri thức: không đọc được thư mục .*khong-co/);
  });
});
