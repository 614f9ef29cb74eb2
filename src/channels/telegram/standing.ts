import type { Standing as AnyStanding } from "../../conversation/standing.ts";

type Side = "receiving" | "storing" | "webhook";

/** How one bot stands. */
export type Standing = AnyStanding<Side>;
