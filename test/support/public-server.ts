import { serve, type ServerType } from "@hono/node-server";
import type { AddressInfo } from "node:net";

/** Something that answers, once it is known who: its address is needed before there is a service. */
export interface PublicServer {
  url: string;
  answer: (fetch: (request: Request) => Response | Promise<Response>) => void;
  close: () => void;
}

export async function publicServer(): Promise<PublicServer> {
  let respond: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: (request) => respond(request), port: 0, hostname: "127.0.0.1" }, () => {
      resolve(started);
    });
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (fetch) => {
      respond = fetch;
    },
    close: () => {
      server.close();
    },
  };
}
