import type { IncomingMessage, ServerResponse } from "node:http";

/** What a double does instead of answering as it should. */
export type Fault =
  /** answers with this status, having done nothing */
  | { kind: "status"; status: number; headers?: Record<string, string>; body?: unknown }
  /** hangs up, having done nothing */
  | { kind: "reset" }
  /** does what was asked, then hangs up without a reply */
  | { kind: "drop" }
  /** does what was asked, and replies late */
  | { kind: "slow"; ms: number };

/** Faults by route, each used once, first come first served. */
export interface FaultScript {
  add(route: string, ...faults: readonly Fault[]): void;
  take(route: string): Fault | undefined;
}

export function faultScript(): FaultScript {
  const waiting = new Map<string, Fault[]>();
  return {
    add(route, ...faults) {
      waiting.set(route, [...(waiting.get(route) ?? []), ...faults]);
    },
    take: (route) => waiting.get(route)?.shift(),
  };
}

/** Answers a request to a double as the script wants it; `act` does what was asked and gives the reply's body. */
export async function answerWith(
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  act: () => unknown,
): Promise<void> {
  if (fault?.kind === "reset") {
    request.socket.destroy();
    return;
  }
  if (fault?.kind === "status") {
    response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
    response.end(JSON.stringify(fault.body ?? {}));
    return;
  }
  const body = act();
  if (fault?.kind === "drop") {
    request.socket.destroy();
    return;
  }
  if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
