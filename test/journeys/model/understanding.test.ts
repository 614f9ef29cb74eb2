import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { texts } from "../../../src/answer/texts.ts";
import { oneDatabase } from "../../support/database.ts";
import { talkWithModel, type Talk } from "../../support/model/talk.ts";

const given = oneDatabase();
let talk: Talk;
beforeAll(async () => {
  talk = await talkWithModel(given.database);
});
afterAll(() => talk.end());
beforeEach(() => {
  talk.person.startsAnew();
  talk.server.behave("well");
  talk.server.understands(null);
});

const reading = async () => (await talk.lastTrace()).model?.reading;

describe("a question in English", () => {
  const ENGLISH = "How much does it cost to register a barcode?";

  it("is answered in English from the Vietnamese documents, and says that those count", async () => {
    const { person, server } = talk;
    server.translate(ENGLISH, "Mã vạch mất bao nhiêu tiền?");
    const heard = await person.says(ENGLISH);
    expect(heard).toContain("The cited text says this of");
    expect(heard).toContain("1.000.000");
    expect(heard).toContain(texts.translated);
    expect(person.replies.flatMap(({ citations }) => citations).length).toBeGreaterThan(0);
    expect(await reading()).toBe("translated");
  });

  it.each(["invents_figure", "invents_decree", "cites_nothing", "promises", "obeys_attacker"] as const)(
    "has the same locks on it: %s",
    async (behaviour) => {
      const { person, server } = talk;
      server.translate(ENGLISH, "Mã vạch mất bao nhiêu tiền?");
      server.behave(behaviour);
      const heard = await person.says(ENGLISH);
      expect(heard).not.toMatch(/777|999\/2026|cam kết|lua-dao|sk-double|0905 999/);
      expect(heard).not.toContain(texts.failed);
    },
  );
});

describe("what the model makes of a question", () => {
  it("leans on the questions before it", async () => {
    const { person, server } = talk;
    await person.says("Mã vạch mất bao nhiêu tiền?");
    server.received.length = 0;
    await person.says("vậy nộp ở đâu");
    const asked = server.received.find(({ body }) => body.includes("earlier question"));
    expect(asked?.body).toContain("Mã vạch mất bao nhiêu tiền?");
    expect(person.heard).toContain("Cổng dịch vụ công quốc gia");
  });

  it("may be two things, and both are answered", async () => {
    const heard = await talk.person.says(
      "Mã vạch nộp hồ sơ ở đâu? Mỗi năm tỉnh hỗ trợ bao nhiêu doanh nghiệp?",
    );
    expect(heard).toContain("Cổng dịch vụ công quốc gia");
    expect(heard).toContain("30 doanh nghiệp");
    expect(await reading()).toBe("better");
  });

  it("does not count where it brings a figure or words of its own", async () => {
    const { person, server } = talk;
    server.understands(() => ({
      route: "question",
      questions: ["Doanh nghiệp được hỗ trợ 500 triệu đồng mua máy ở đâu?"],
      language: "vi",
    }));
    await person.says("mã vạch và nhãn");
    expect(await reading()).toBe("not_their_words");
    expect(person.heard).not.toContain("500 triệu");
  });
});

describe("a message that the documents have nothing on", () => {
  const MESSAGE = "cho mình ghi danh với nghen";
  const routed = async (route: string) => {
    talk.server.understands(() => ({ route, questions: ["cho mình ghi danh với"], language: "vi" }));
    return talk.person.says(MESSAGE);
  };

  it("is led to where one registers", async () => {
    expect(await routed("form")).toContain(texts.useForm);
  });

  it("is greeted back", async () => {
    expect(await routed("greeting")).toContain(texts.greeting);
  });

  it.each(["personal_data", "out_of_scope"])(
    "is declined like without a model where the model says %s",
    async (route) => {
      const heard = await routed(route);
      expect(heard).not.toContain(texts.useForm);
      expect(heard).not.toContain(texts.greeting);
      expect(talk.person.replies.flatMap(({ citations }) => citations)).toEqual([]);
    },
  );
});
