import { createServer } from "node:http";
import { listening } from "../doubles/http.ts";

/** Where nobody listens. */
export async function closedAddress(): Promise<string> {
  const server = createServer();
  const address = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return address;
}
