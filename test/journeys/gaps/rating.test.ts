import { expect, it } from "vitest";
import { createRatings } from "../../../src/adapters/prisma/ratings.ts";
import { takeHold } from "../../../src/adapters/prisma/staff/holds.ts";
import { TEST_DAY } from "../../support/app.ts";
import { calendar } from "../../support/registry.ts";
import { codeIn, eachWay, uninterrupted } from "../requests/ways.ts";

const HOW_MANY = "mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp";

eachWay("an answer", (given) => {
  it("that is called wrong becomes a gap, and a person may take over", async () => {
    const { client } = given.database;
    const ba = await given.someone();
    await ba.says(HOW_MANY);
    await ba.says("sai roi ban oi");
    expect(
      (await client.askedQuestion.findFirstOrThrow({ where: { question: HOW_MANY } })).rating,
    ).toBeNull();
    await ba.says("chua dung");
    expect(ba.heard).toContain("cán bộ sẽ xem lại");
    const wrong = await client.askedQuestion.findFirstOrThrow({ where: { rating: "bad" } });
    expect(wrong).toMatchObject({ gap: "open", ratedAt: TEST_DAY });
    await ba.says("có");
    const code = codeIn(ba.heard);
    await ba.says("chưa đúng");
    await ba.picks("Chuyển câu hỏi cho cán bộ");
    expect(codeIn(ba.heard)).toBe(code);
    expect(await client.supportRequest.findMany()).toMatchObject([
      { code, kind: "cau_hoi", description: wrong.question, background: '["bad_answer"]' },
    ]);
    // Changed one's mind.
    await ba.says("trả lời đúng rồi");
    expect(ba.heard).toContain("ghi nhận câu trả lời hữu ích");
    expect(await client.askedQuestion.findUniqueOrThrow({ where: { id: wrong.id } })).toMatchObject({
      rating: "good",
      gap: null,
    });
  });

  it("can only be rated where something was asked", async () => {
    const ba = await given.someone();
    await ba.says("chưa đúng");
    expect(ba.heard).toContain("chưa hỏi câu nào");
    await ba.says("xin chào");
    await ba.says("hữu ích");
    expect(ba.heard).toContain("chưa hỏi câu nào");
  });

  it("of one's own alone can be passed on", async () => {
    const [ba, tu] = [await given.someone(), await given.someone()];
    await ba.says(HOW_MANY);
    await ba.says("chưa đúng");
    const offer = ba.choices[0]?.value ?? "";
    expect(offer).toMatch(/^pass:[0-9a-f]{32}$/);
    await tu.presses(offer);
    expect(tu.heard).toContain("chưa làm được");
    expect(await given.database.client.supportRequest.count()).toBe(0);
  });
});

uninterrupted("an answer on the page", (given) => {
  it("is rated by its buttons: once or changed, by its own conversation, with one offer", async () => {
    const { client } = given.database;
    const [ba, tu] = [await given.someone(), await given.someone()];
    await ba.says(HOW_MANY);
    const [answer] = ba.replies;
    expect(answer?.rating).toBe("none");
    const message = answer?.inReplyTo ?? "";
    const ratingNow = async () => (await ba.lines()).find(({ id }) => id === answer?.id)?.rating;

    expect(await ba.rates(message, "bad")).toBe(204);
    expect(await ratingNow()).toBe("bad");
    expect(await ba.rates(message, "bad")).toBe(204);
    const offers = (await ba.lines()).filter(({ text }) => text.includes("cán bộ sẽ xem lại"));
    expect(offers).toHaveLength(1);
    expect(await client.askedQuestion.findMany()).toMatchObject([{ rating: "bad", gap: "open" }]);
    await ba.presses(offers[0]?.choices[0]?.value ?? "");
    expect(ba.heard).toContain("Đã chuyển câu hỏi cho cán bộ");

    expect(await ba.rates(message, "good")).toBe(204);
    expect(await ratingNow()).toBe("good");
    expect(await client.askedQuestion.findMany()).toMatchObject([{ rating: "good", gap: null }]);

    await tu.says("xin chào");
    expect(await tu.rates(message, "bad")).toBe(404);
    expect(await tu.rates(tu.replies[0]?.inReplyTo ?? "", "bad")).toBe(404);
    expect(await ba.rates("không phải mã", "bad")).toBe(400);
    expect(await ratingNow()).toBe("good");
  });

  it("is rated without a word while staff talk", async () => {
    const { client } = given.database;
    const ba = await given.someone();
    await ba.says(HOW_MANY);
    const { id } = await client.conversation.findFirstOrThrow();
    await takeHold({ database: given.database, calendar }, { actor: "lan", now: TEST_DAY }, id);
    const before = (await ba.lines()).length;
    expect(await ba.rates(ba.replies[0]?.inReplyTo ?? "", "bad")).toBe(204);
    expect(await ba.lines()).toHaveLength(before);
    expect(await client.askedQuestion.findMany()).toMatchObject([{ rating: "bad", gap: "open" }]);
  });

  it("in a group is rated by whoever asked, and by nobody else", async () => {
    const ba = await given.someone();
    await ba.says(HOW_MANY);
    const { channel, account, chat } = await given.database.client.conversation.findFirstOrThrow();
    const address = { channel, account, chat };
    const messageId = ba.replies[0]?.inReplyTo ?? "";
    const ratings = createRatings(given.database);
    const rate = (sender: string) => ratings.rate({ address, sender, messageId }, "bad", TEST_DAY);
    expect(await rate("người khác")).toBe(false);
    expect(await rate(chat)).toBe(true);
  });
});
