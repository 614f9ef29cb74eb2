import { afterEach, describe, expect, it } from "vitest";
import { GROUP } from "../../doubles/telegram/updates.ts";
import { eachDatabase } from "../../support/database.ts";
import { LAN, MINH, Office } from "./office.ts";

const STRANGER = { telegram: 990_001, name: "Người lạ" };

eachDatabase("the group of staff on Telegram", (given) => {
  let office: Office | null = null;
  afterEach(async () => {
    await office?.closes();
    office = null;
  });

  const opened = async (): Promise<Office> => {
    office = await Office.opens(given.database);
    return office;
  };
  const linked = async (): Promise<Office> => {
    const here = await opened();
    await here.isLinked();
    return here;
  };
  /** Linked, and the citizen waits; what staff were told of it. */
  const waiting = async (): Promise<{ here: Office; told: string }> => {
    const here = await linked();
    await here.citizen.says("nhãn mắm của tôi phải ghi gì");
    await here.citizen.says("gặp cán bộ");
    expect(here.citizen.heard).toContain("tôi xin im lặng");
    return { here, told: await here.hears("đang chờ gặp cán bộ", GROUP) };
  };

  describe("given a citizen on the web who asks for a person", () => {
    it("when an officer replies in the group, then the citizen reads it; released, the bot answers again", async () => {
      const { here, told } = await waiting();
      expect(told).toContain("nhãn mắm của tôi phải ghi gì");
      expect(told).toMatch(/YC-[A-Z0-9]{7}/);

      expect(await here.citizen.says("mắm của tôi bị trả về")).toBe("");
      await here.hears("nhắn: mắm của tôi bị trả về", GROUP);

      await here.writes(LAN, "Chào chị, chị chụp giúp em cái nhãn ạ", { to: "bị trả về" });
      await here.citizenReads("Chào chị, chị chụp giúp em cái nhãn ạ");
      await here.hears(`${LAN.name} đã nhận cuộc trò chuyện với Người hỏi. Đã gửi.`, GROUP);
      expect(await here.citizen.says("vâng đợi tôi chút")).toBe("");
      await here.hears("vâng đợi tôi chút", GROUP);
      // A reply to what the bot said to staff is as good as one to the forwarded words.
      await here.writes(LAN, "Không vội ạ", { to: "Đã gửi." });
      await here.citizenReads("Không vội ạ");

      await here.presses(LAN, "staff:release", "đã nhận cuộc trò chuyện");
      await here.hears("trợ lý tự động trả lời tiếp", GROUP);
      await here.citizenReads("Cuộc trò chuyện với cán bộ đã kết thúc");
      expect(await here.citizen.says("nhãn hàng hóa phải ghi những gì?")).toContain("tiếng Việt");

      const staff = (await here.heardByCitizen()).filter((line) => line.startsWith("staff:"));
      expect(staff).toEqual(["staff: Chào chị, chị chụp giúp em cái nhãn ạ", "staff: Không vội ạ"]);
      const audited = await given.database.client.auditEntry.findMany({ where: { actor: "staff:lan" } });
      expect(audited.map(({ action, detail }) => `${action} ${detail}`)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^hold\.held .*"via":"telegram"/),
          expect.stringMatching(/^conversation\.said .*"via":"telegram"/),
          expect.stringMatching(/^hold\.bot .*"via":"telegram"/),
        ]),
      );
    });

    it("when the button or /nhan is used, then it is that officer's until /tra", async () => {
      const { here } = await waiting();
      await here.presses(MINH, "staff:take", "đang chờ gặp cán bộ");
      await here.hears(`${MINH.name} đã nhận`, GROUP);
      await here.citizenReads("Cán bộ đã vào cuộc trò chuyện");
      await here.writes(LAN, "/tra", { to: "đang chờ gặp cán bộ" });
      await here.hears(`${MINH.name} đang trò chuyện với người này`, GROUP);
      await here.writes(MINH, "/tra");
      await here.hears("trợ lý tự động trả lời tiếp", GROUP);
      await here.writes(MINH, "/tra");
      await here.hears("không có ai đang chờ", GROUP);

      await here.citizen.says("gặp cán bộ");
      await here.hears("đang chờ gặp cán bộ", GROUP);
      await here.writes(LAN, "/nhan");
      await here.hears(`${LAN.name} đã nhận`, GROUP);
    });

    it("when two officers reply at once, then one is heard and the other is told whose it is", async () => {
      const { here } = await waiting();
      await Promise.all([
        here.writes(LAN, "Em Lan đây ạ", { to: "đang chờ" }),
        here.writes(MINH, "Tôi Minh đây", { to: "đang chờ" }),
      ]);
      await here.hears("đang trò chuyện với người này nên tin chưa được gửi", GROUP);
      await here.settles();
      const staff = (await here.heardByCitizen()).filter((line) => line.startsWith("staff:"));
      expect(staff).toHaveLength(1);
    });

    it("when somebody replies who is not linked, or was disabled, then nothing reaches the citizen", async () => {
      const { here } = await waiting();
      await here.writes(STRANGER, "Tôi bán máy in nhãn đây", { to: "đang chờ" });
      await here.hears("chưa liên kết với cán bộ nào", GROUP);
      await given.database.client.staff.update({
        where: { id: "minh" },
        data: { disabledAt: new Date() },
      });
      await here.writes(MINH, "Tôi vẫn trả lời được", { to: "đang chờ" });
      await here.hears("chưa liên kết với cán bộ nào (hoặc đã khóa)", GROUP);
      await here.settles();
      expect((await here.heardByCitizen()).filter((line) => line.startsWith("staff:"))).toEqual([]);
    });

    it("when the citizen does not want to wait any more, then staff are told and the bot answers", async () => {
      const { here } = await waiting();
      await here.citizen.says("thôi chờ");
      expect(here.citizen.heard).toContain("tôi trả lời tiếp đây");
      await here.hears("không chờ cán bộ nữa", GROUP);
    });

    it("when an officer sends a picture in reply, then the citizen can fetch it", async () => {
      const { here } = await waiting();
      const png = Buffer.from("89504e470d0a1a0a00ff", "hex");
      const photo = [{ file_id: here.telegram.addFile(png, "photos/nhan.png"), file_size: png.byteLength }];
      await here.writes(LAN, "", { to: "đang chờ", more: { text: undefined, photo, caption: "Mẫu nhãn ạ" } });
      await here.citizenReads("Mẫu nhãn ạ");
      const line = (await here.citizen.lines()).find(({ text }) => text === "Mẫu nhãn ạ");
      expect(line).toMatchObject({
        from: "staff",
        files: [{ mediaType: "image/png", bytes: png.byteLength }],
      });
      expect(Buffer.from(await here.citizen.fetches(line?.files[0]?.url ?? ""))).toEqual(png);
    });
  });

  describe("given a linked group", () => {
    it("when staff write other things, then nothing is answered as a question", async () => {
      const here = await linked();
      await here.writes(LAN, `@${here.telegram.username} mã vạch bao nhiêu tiền`, {
        more: { entities: [{ type: "mention", offset: 0, length: here.telegram.username.length + 1 }] },
      });
      expect(await here.hears("Nhóm này dành cho cán bộ", GROUP)).not.toContain("1.500.000");
      await here.writes(LAN, "mã vạch bao nhiêu tiền", { chat: LAN.telegram });
      await here.hears("1.500.000", LAN.telegram);
    });

    it("when the group becomes a supergroup, then replies there still reach the citizen", async () => {
      const { here } = await waiting();
      const moved = -1_004_001_002_003;
      const chat = { id: GROUP, type: "group", title: "Cán bộ" };
      const from = { id: LAN.telegram, is_bot: false, first_name: LAN.name };
      here.telegram.chats.migrated.set(String(GROUP), moved);
      here.telegram.chats.known.add(String(moved));
      await here.bring({
        message: { message_id: 77, date: 1_760_000_000, chat, from, migrate_to_chat_id: moved },
      });
      await expect
        .poll(async () => (await given.database.client.staffGroup.findFirstOrThrow()).chat, {
          timeout: 20_000,
        })
        .toBe(String(moved));
      await here.citizen.says("còn ai không");
      await here.hears("còn ai không", moved);
      await here.writes(LAN, "Em đây ạ", { chat: moved, to: "còn ai không" });
      await here.citizenReads("Em đây ạ");
    });

    it("when the bot is thrown out, then those who are there are told in private", async () => {
      const here = await linked();
      await here.removesBot();
      await expect.poll(() => given.database.client.staffGroup.count(), { timeout: 20_000 }).toBe(0);
      await here.citizen.says("gặp cán bộ");
      await here.hears("đang chờ gặp cán bộ", LAN.telegram);
      await here.hears("đang chờ gặp cán bộ", MINH.telegram);
      await here.writes(MINH, "Chào anh/chị", { chat: MINH.telegram, to: "đang chờ" });
      await here.citizenReads("Chào anh/chị");
    });
  });

  describe("given one-time codes", () => {
    it("links with a right code once, and with no wrong, old or misplaced one", async () => {
      const here = await opened();
      const typed = async (text: string, words: string, chat: number = GROUP) => {
        await here.writes(MINH, text, { chat });
        await here.hears(words, chat);
      };
      await typed("/ketnoi 34679-ACDEF", "Mã không đúng, đã dùng hoặc đã hết hạn");
      const old = await here.code("group", LAN, new Date("2026-11-25T08:44:00+07:00"));
      await typed(`/ketnoi ${old}`, "Mã không đúng");

      const group = await here.code("group", LAN);
      const kept = await given.database.client.staffVerification.findMany();
      expect(kept).toHaveLength(1);
      expect(JSON.stringify(kept).replace(/\W/g, "")).not.toContain(group.replace("-", ""));
      await typed(`/ketnoi ${group}`, "thêm bot vào nhóm cán bộ", MINH.telegram);
      await typed(`/ketnoi@${here.telegram.username} ${group.toLowerCase()}`, "Đã liên kết nhóm cán bộ");
      await typed(`/ketnoi ${group}`, "Mã không đúng");

      const shown = await here.code("member", MINH);
      await typed(`/ketnoi ${shown}`, "cả nhóm đã thấy nên bị hủy");
      await typed(`/ketnoi ${shown}`, "Mã không đúng", MINH.telegram);
      await typed(`/ketnoi ${await here.code("member", MINH)}`, "Đã liên kết", MINH.telegram);
      await typed(`/ketnoi ${await here.code("member", LAN)}`, "với cán bộ khác", MINH.telegram);
      // Only an admin opens a group to what people write.
      await typed(`/ketnoi ${await here.code("group", MINH)}`, "Mã không đúng");
      expect(await given.database.client.staffGroup.count()).toBe(1);
      expect(await given.database.client.staffVerification.count()).toBe(0);
    });
  });
});
