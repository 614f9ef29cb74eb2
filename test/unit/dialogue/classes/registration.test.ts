import { describe, expect, it } from "vitest";
import { registration } from "../../../../src/dialogue/classes/registration.ts";
import { declineTexts } from "../../../../src/dialogue/classes/outcome-texts.ts";
import { registrationTexts as texts } from "../../../../src/dialogue/classes/registration-texts.ts";
import type { DialogueContext } from "../../../../src/dialogue/dialogue.ts";
import { NOTICE_VERSION } from "../../../../src/dialogue/privacy-notice.ts";
import type { Command, DeclineReason } from "../../../../src/registry/commands.ts";
import { NOTHING_OF_MINE, type EventView, type Mine } from "../../../../src/registry/views.ts";
import { DialogueDriver } from "../../../support/dialogue-driver.ts";
import { attendee, contextWith, EVENT, eventWith, registrationWith } from "./samples.ts";

const ABOUT_ME = ["Đồng ý", "htx", "HTX Rau sạch", "Bỏ qua", "Cẩm Thành", "Trần Thị Hoa", "0905 123 456"];
const FIVE = [
  "Họ tên, SĐT, chức vụ",
  "1. Nguyễn Văn An, 0905000001, trưởng phòng",
  "2. Lê Bình, 0905000002",
  "3. Phạm Châu, 0905000003",
  "4. Võ Dung, 0905000004",
  "5. Bùi Em, 0905000005",
].join("\n");

function play(changes: Partial<DialogueContext> = {}, start: unknown = { keyword: "DK 12" }): DialogueDriver {
  return new DialogueDriver(registration, contextWith(changes)).begin(start);
}

function toAttendees(event: Partial<EventView> = {}): DialogueDriver {
  return play({ events: [eventWith(event)] }).says(...ABOUT_ME);
}

function registerCommand(driver: DialogueDriver): Extract<Command, { kind: "register" }> {
  const { command } = driver;
  if (command.kind !== "register") throw new Error(`another command: ${command.kind}`);
  return command;
}

describe("registering oneself", () => {
  it("asks the consent before the first personal datum, and sends what was typed", () => {
    const driver = play();
    expect(driver.text).toContain(EVENT.title);
    expect(driver.labels).toEqual(["Đồng ý", "Không đồng ý"]);
    driver.says(...ABOUT_ME, "Chỉ mình tôi", "Không cần");
    expect(driver.text).toContain(texts.summary);
    driver.says("Gửi đăng ký");
    const { consents, ...command } = registerCommand(driver);
    expect(command).toEqual({
      kind: "register",
      eventId: EVENT.id,
      enterprise: {
        kind: "htx",
        name: "HTX Rau sạch",
        taxId: null,
        communeCode: "21025",
        communeText: "phường Cẩm Thành",
      },
      submitter: { name: "Trần Thị Hoa", phone: "0905123456" },
      attendees: [{ name: "Trần Thị Hoa", phone: "0905123456", position: null }],
      beyondSeats: "wait",
    });
    expect(consents.map(({ purpose }) => purpose)).toEqual(["registration"]);
  });

  it("writes nothing down when the consent is refused", () => {
    const driver = play().says("Không đồng ý");
    expect(driver.text).toBe(texts.refused);
    expect(driver.step.kind).toBe("leave");
  });

  it("lets the own row follow a correction of one's name or number", () => {
    const driver = toAttendees().says(
      "Chỉ mình tôi",
      "Không cần",
      "Sửa một mục",
      "Người liên hệ",
      "Trần Thị Hòa",
    );
    driver.says("gửi");
    expect(registerCommand(driver).attendees[0]?.name).toBe("Trần Thị Hòa");
  });

  it("carries the consent to announcements only when it was given", () => {
    const driver = toAttendees().says("Chỉ mình tôi", "Đồng ý nhận", "gửi");
    expect(registerCommand(driver).consents.map(({ purpose }) => purpose)).toEqual([
      "registration",
      "announcement",
    ]);
  });
});

describe("registering several", () => {
  it("reads a pasted list back, lets a line be corrected, and asks whether all agreed", () => {
    const driver = toAttendees().says(FIVE);
    expect(driver.text).toContain(
      "Tôi ghi được 5 người:\n1. Nguyễn Văn An · 0905000001 · trưởng phòng\n2. Lê Bình",
    );
    driver.says("sửa 2: Lê Thị Bình, 0905000022");
    expect(driver.text).toContain("2. Lê Thị Bình · 0905000022");
    driver.says("Đúng hết");
    expect(driver.text).toBe(texts.askAgreed(5));
    driver.says("Chưa hỏi");
    expect(driver.text).toContain(texts.askThemFirst);
    driver.says("Đã đồng ý", "Không cần", "gửi");
    expect(registerCommand(driver).attendees).toHaveLength(5);
    expect(registerCommand(driver).attendees[1]).toEqual({
      name: "Lê Thị Bình",
      phone: "0905000022",
      position: null,
    });
  });

  it("tells of each wrong line in words and does not send it, but keeps everything", () => {
    const driver = toAttendees().says(
      "Nguyễn Văn An, 090500000\n0905000002\nLê <b>, 0905000003\nNguyễn Văn An, 090500000",
    );
    const lines = driver.text.split("\n");
    expect(lines[2]).toMatch(/⚠ .*thiếu 1 số/);
    expect(lines[4]).toMatch(/⚠ Thiếu họ tên/);
    expect(lines[6]).toMatch(/⚠ .*< >/);
    expect(lines[8]).toMatch(/⚠ .*Trùng dòng 1/);
    expect(driver.labels).not.toContain("Đúng hết");
    expect(driver.says("đúng hết").step.kind).toBe("not_understood");
    driver.says("xóa 2, 4", "Sửa dòng …", "Dòng 2", "Lê Bình", "Bỏ các số sai");
    expect(driver.text).toContain("1. Nguyễn Văn An · chưa có số điện thoại\n2. Lê Bình · 0905000003");
    expect(driver.labels).toContain("Đúng hết");
  });

  it("walks back from the line at hand to the list, then to the question before", () => {
    const driver = toAttendees().says(FIVE, "Sửa dòng …", "Dòng 3").back();
    expect(driver.text).toContain("Tôi ghi được 5 người");
    expect(driver.back().text).toContain("Số điện thoại");
    driver.says("Giữ như đã ghi");
    expect(driver.text).toContain("Tôi ghi được 5 người");
  });

  it("adds the writer with “Tôi và người khác”, and people one by one", () => {
    const driver = toAttendees().says(
      "Tôi và người khác",
      "Lê Bình, 0905000002",
      "thêm: Võ Dung",
      "Đúng hết",
    );
    expect(driver.text).toBe(texts.askAgreed(2));
    expect(driver.typed.join("\n")).toContain("1. Trần Thị Hoa · 0905123456\n2. Lê Bình");
  });

  it.each([
    ["0", "ít nhất 1 người"],
    ["10000", "từ 1 đến 50"],
    ["10.000 người", "từ 1 đến 50"],
    ["5 người", "gõ tên"],
  ])("says what is needed instead of “%s”", (words, expected) => {
    const driver = toAttendees().says(words);
    expect(driver.step.kind).toBe("ask");
    expect(driver.text).toContain(expected);
  });

  it("sends at most fifty at once", () => {
    const sixty = Array.from(
      { length: 60 },
      (_none, index) => `Người ${"ABCDEF"[index % 6] ?? ""}, 09050000${10 + index}`,
    );
    const driver = toAttendees().says(sixty.join("\n"));
    expect(driver.text).toContain("Danh sách có 60 người, mỗi lần tối đa 50");
    expect(driver.labels).not.toContain("Đúng hết");
    expect(driver.says("xóa 51-60").labels).toContain("Đúng hết");
  });

  it("tells of the cap per enterprise", () => {
    const driver = toAttendees({ capPerEnterprise: 3 }).says(FIVE);
    expect(driver.text).toContain("mỗi đơn vị tối đa 3 người, danh sách có 5");
    expect(driver.says("xóa 4-5").labels).toContain("Đúng hết");
  });

  it("lets the person say who waits when seats are short", () => {
    const short = () => toAttendees({ seatsLeft: 3 }).says(FIVE, "Đúng hết", "Đã đồng ý");
    expect(short().labels).toEqual(["3 người có chỗ, 2 chờ", "Cả 5 cùng chờ", "Thôi"]);
    expect(registerCommand(short().says("1", "Không cần", "gửi")).beyondSeats).toBe("wait");
    expect(registerCommand(short().says("2", "Không cần", "gửi")).beyondSeats).toBe("all_wait");
    expect(short().says("3").text).toBe(texts.seatsGivenUp);
    expect(toAttendees({ seatsLeft: 0 }).says("Chỉ mình tôi").labels).toEqual(["Vào danh sách chờ", "Thôi"]);
  });

  it("asks about seats that went while the form was filled in", () => {
    const driver = toAttendees().says(FIVE, "Đúng hết", "Đã đồng ý", "Không cần");
    driver.context = contextWith({ events: [eventWith({ seatsLeft: 2 })] });
    expect(driver.says("gửi").text).toContain("chỉ còn 2 chỗ");
  });
});

describe("the class", () => {
  it("is asked for when none was named", () => {
    const driver = play({}, {});
    expect(driver.text).toBe(texts.askEvent);
    expect(driver.says("lớp 99").step.kind).toBe("not_understood");
    expect(driver.says("12").isOpen).toBe(true);
  });

  it("must be open, now and at the end", () => {
    expect(play({ events: [] }, {}).text).toBe(texts.noneOpen);
    expect(play({}, { keyword: "99" }).text).toBe(texts.notFound("99"));
    expect(play({}, { eventId: "gone" }).text).toBe(texts.gone);
    expect(play({ events: [eventWith({ status: "closed" })] }).text).toBe(texts.closed(EVENT.title));
    const soon = eventWith({ opensAt: new Date("2026-11-30T01:00:00Z") });
    expect(play({ events: [soon] }).text).toBe(texts.notYet(EVENT.title, "8:00 thứ Hai 30/11/2026"));
    const driver = toAttendees();
    driver.context = contextWith({ now: new Date("2026-12-03T00:00:00Z") });
    driver.says("Chỉ mình tôi");
    expect(driver.isOpen).toBe(false);
    expect(driver.text).toContain(texts.closed(EVENT.title));
    expect(driver.text).toContain("Tên đơn vị: HTX Rau sạch");
  });

  it("that is not for this kind says so before anything is typed for nothing", () => {
    const driver = play().says("Đồng ý", "hộ kinh doanh");
    expect(driver.text).toContain(texts.audience(EVENT.audience));
    expect(driver.says("Doanh nghiệp").text).toContain("Tên đơn vị");
  });
});

describe("those who were here before", () => {
  const known: Mine = {
    ...NOTHING_OF_MINE,
    person: { name: "Trần Thị Hoa", phone: "0905123456" },
    enterprise: registrationWith([]).enterprise,
    consents: [{ purpose: "registration", noticeVersion: NOTICE_VERSION, givenAt: new Date(0) }],
  };

  it("are asked three questions", () => {
    const driver = play({ mine: known });
    expect(driver.text).toContain("HTX Rau sạch Bình Sơn, xã Bình Sơn");
    driver.says("Dùng lại", "Chỉ mình tôi", "Không cần", "gửi");
    expect(registerCommand(driver).enterprise.communeCode).toBe("21040");
    expect(registerCommand(driver).consents).toEqual([]);
  });

  it("may still type everything anew", () => {
    expect(play({ mine: known }).says("Nhập mới").text).toContain("loại hình");
  });

  it("and registered for this very class are led to that registration", () => {
    const mine = { ...known, registrations: [registrationWith([attendee(1)])] };
    const driver = play({ mine }).says(texts.seeEarlier);
    expect(driver.step).toEqual({ kind: "switch", to: "my_registrations", start: { eventId: EVENT.id } });
    const other = play({ mine }).says(texts.otherEnterprise);
    expect(other.text).toContain("loại hình");
  });
});

describe("the outcome", () => {
  function sent(outcome: DialogueDriver["outcome"]): DialogueDriver {
    const driver = toAttendees().says("Chỉ mình tôi", "Không cần");
    driver.outcome = outcome;
    return driver.says("gửi");
  }

  it("says who has a seat, who waits at which place, the code and what next, with the calendar", () => {
    const { reply } = sent({
      kind: "registered",
      code: "ĐK-7F3K9QA",
      attendees: [
        { name: "An", status: "confirmed", waitingPosition: null },
        { name: "Bình", status: "waiting", waitingPosition: 4 },
      ],
      alreadyThere: ["Châu"],
    });
    for (const part of ["ĐK-7F3K9QA", "Có chỗ: An.", "Bình (thứ 4)", "Châu", "sẽ nhắc", "đăng ký của tôi"]) {
      expect(reply.text).toContain(part);
    }
    expect(reply.text.length).toBeLessThanOrEqual(600);
    expect(reply.files?.map(({ name }) => name)).toEqual(["lop-12.ics"]);
    expect(reply.files?.[0]?.content).toContain("BEGIN:VEVENT");
  });

  it("has no calendar and no reminder for those who wait", () => {
    const { reply } = sent({
      kind: "registered",
      code: "ĐK-7F3K9QA",
      attendees: [{ name: "An", status: "waiting", waitingPosition: 1 }],
      alreadyThere: [],
    });
    expect(reply.files).toBeUndefined();
    expect(reply.text).not.toContain("sẽ nhắc");
  });

  it.each(Object.keys(declineTexts) as DeclineReason[])("explains %s and says what can be done", (why) => {
    const driver = sent({ kind: "declined", why });
    expect(driver.text).toContain(declineTexts[why]);
    // What can be mended is not typed again.
    const isMendable = ["event_full_for_enterprise", "audience_mismatch", "consent_missing"].includes(why);
    expect(driver.isOpen).toBe(isMendable);
  });
});
