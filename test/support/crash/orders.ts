import type { DatabasePlace } from "../../../src/adapters/prisma/client.ts";
import type { ChannelSettings } from "../../../src/channel-config.ts";

/** Where the service is stopped on its way with one message. */
export type Window =
  /** stored, and the platform has not been told */
  | "stored"
  /** the platform has been told; the command is carried out and the reply written, but not stored */
  | "answering"
  /** the person has the reply, and that is not stored */
  | "sent";

/** What a service may do wrong; none but a control does. */
export type Mistake = "tells the platform first" | "takes every delivery for a new message";

/** What the service is told. */
export type Order =
  | { kind: "start"; place: DatabasePlace; channels: ChannelSettings; mistake: Mistake | null }
  /** the next message gets no further than there */
  | { kind: "arm"; window: Window }
  /** its clock jumps: leases of one that was killed have run out, and nobody waited for that */
  | { kind: "let_pass"; ms: number };

/** What the service tells. */
export type News = { kind: "listening"; url: string } | { kind: "armed" } | { kind: "reached" };
