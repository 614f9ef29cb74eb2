import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Lets a double listen on any port that is free; returns its address. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Brings an update as platforms do, a secret in a header; the status, or 0 when nobody answered. */
export async function callWebhook(
  url: string,
  secret: Record<string, string>,
  update: unknown,
): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...secret },
      body: JSON.stringify(update),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
