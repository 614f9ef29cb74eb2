import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchPhoto } from "../../../../src/channels/zalo-bot/photo.ts";

const JPEG = Buffer.from("ffd8ffe000104a464946", "hex");

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const giving = (content: Buffer) => serving((_request, response) => response.end(content));

function fetched(url: string, apiRoot = new URL(url).origin, mediaHosts: readonly string[] = []) {
  return fetchPhoto(url, "anh", { apiRoot, mediaHosts, waitMs: 500 });
}

it.each([
  ["anh.jpg", "image/jpeg", JPEG],
  ["anh.png", "image/png", Buffer.from("89504e470d0a1a0a00", "hex")],
  ["anh.webp", "image/webp", Buffer.from("RIFF\x00\x00\x00\x00WEBPVP8 ", "latin1")],
])("keeps a picture by what it is: %s", async (name, mediaType, content) => {
  const photo = await fetched(`${await giving(content)}/x.exe`);
  expect(photo).toEqual({ name, mediaType, content: new Uint8Array(content) });
});

describe("keeps nothing", () => {
  it("that is no picture", async () => {
    expect(await fetched(await giving(Buffer.from("<html>")))).toBeNull();
    expect(await fetched(await giving(Buffer.from("")))).toBeNull();
  });

  it("that is larger than 5 MB, announced or not", async () => {
    const large = Buffer.concat([JPEG, Buffer.alloc(5_000_000)]);
    expect(await fetched(await giving(large))).toBeNull();
    const unannounced = await serving((_request, response) => {
      for (let at = 0; at < large.length; at += 500_000) response.write(large.subarray(at, at + 500_000));
      response.end();
    });
    expect(await fetched(unannounced)).toBeNull();
  });

  it("that is not there, breaks off, never ends or leads elsewhere", async () => {
    const real = await giving(JPEG);
    const answers: RequestListener[] = [
      (_request, response) => response.writeHead(404).end(JPEG),
      (_request, response) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write(JPEG, () => response.destroy());
      },
      (_request, response) => void response.write(JPEG),
      (_request, response) => response.writeHead(302, { location: real }).end(),
    ];
    for (const answer of answers) expect(await fetched(await serving(answer))).toBeNull();
  });

  it("from a place that is not Zalo's", async () => {
    const asked: string[] = [];
    const elsewhere = await serving((request, response) => {
      asked.push(request.url ?? "");
      response.end(JPEG);
    });
    const zalo = "https://bot-api.zaloplatforms.com";
    // Plain HTTP is not enough even from a listed host.
    for (const hosts of [[], ["127.0.0.1"], ["zdn.vn"]])
      expect(await fetched(elsewhere, zalo, hosts)).toBeNull();
    for (const url of [
      "no address",
      "file:///etc/passwd",
      "https://zdn.vn.example/a",
      "https://evilzdn.vn/a",
    ])
      expect(await fetched(url, zalo, ["zdn.vn"])).toBeNull();
    expect(asked).toEqual([]);
  });
});
