import type { Choice } from "../conversation/reply.ts";

/** Ends what is told unasked: pressed at any time, it is the last of it. */
export const STOP_CHOICE: Choice = { label: "Ngừng nhận tin", value: "go:topics:stop", typed: "ngừng" };
