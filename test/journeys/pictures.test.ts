import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { gtinTexts } from "../../src/dialogue/gtin/gtin-texts.ts";
import { oneDatabase } from "../support/database.ts";
import { Person } from "../support/person.ts";
import { codePicture } from "../support/pictures/codes.ts";
import { png } from "../support/pictures/png.ts";

const given = oneDatabase();
let person: Person;
beforeAll(async () => {
  person = await Person.at(given.database);
});
afterAll(() => person.leaves());
beforeEach(() => {
  person.startsAnew();
});

const kept = () => given.database.client.storedFile.count();
const nothing = png({ width: 120, height: 120, at: (x, y) => (x * y) % 251 });

describe("a photo of a barcode", () => {
  it("is checked at once, and not kept", async () => {
    const before = await kept();
    const heard = await person.sendsFile("anh.png", await codePicture("EAN13", "8934567890120"));
    expect(heard).toContain("Mã 8934567890120 (GTIN-13, còn gọi EAN-13): số kiểm tra ĐÚNG.");
    expect(heard).toContain("Đầu 893: mã do GS1 Việt Nam cấp.");
    expect(person.replies.flatMap(({ citations }) => citations).length).toBeGreaterThan(0);
    expect(await kept()).toBe(before);
  });

  it("may be a QR code that links to the article, with a question beside", async () => {
    const before = await kept();
    const picture = await codePicture("QRCode", "https://id.gs1.org/01/08934567890120/10/LO7");
    const heard = await person.sendsFile("anh.png", picture, "Mã vạch mất bao nhiêu tiền?");
    expect(heard).toContain("1.000.000");
    expect(heard).toContain("Mã 8934567890120");
    expect(await kept()).toBe(before);
  });

  it("may show several, of which one is picked", async () => {
    const before = await kept();
    await person.says("kiểm tra mã vạch");
    const pictures = [await codePicture("EAN13", "8934567890120"), await codePicture("EAN8", "96385074")];
    const heard = await person.sendsFiles(pictures.map((content, at) => ({ name: `${at}.png`, content })));
    expect(heard).toContain(gtinTexts.several(2));
    expect(await person.picks("96385074")).toContain("Mã 96385074 (GTIN-8): số kiểm tra ĐÚNG.");
    expect(await kept()).toBe(before);
  });

  it("without a code is said to be one, where the barcode was asked for", async () => {
    const before = await kept();
    await person.says("kiểm tra mã vạch");
    expect(await person.sendsFile("anh.png", nothing)).toContain(gtinTexts.noCode);
    expect(await kept()).toBe(before);
    const leading = await codePicture("QRCode", "https://example.vn/khuyen-mai");
    expect(await person.sendsFile("anh.png", leading)).toContain(gtinTexts.otherCode);
    expect(await kept()).toBe(before);
    expect(await person.says("8934567890120")).toContain("số kiểm tra ĐÚNG");
  });
});

describe("any other photo", () => {
  it("waits for a support request, as before", async () => {
    const before = await kept();
    expect(await person.sendsFile("nhan.png", nothing)).toContain("Tôi đã giữ tệp (nhan.png)");
    expect(await kept()).toBe(before + 1);
  });
});
