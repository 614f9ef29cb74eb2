import { vi } from "vitest";

const METHODS = ["log", "info", "warn", "error", "debug"] as const;

/** Takes for itself what is printed, as a log would show it, until it is let go. */
export function takePrinted(): { printed: readonly string[]; letGo: () => void } {
  const printed: string[] = [];
  const spies = METHODS.map((name) =>
    vi.spyOn(console, name).mockImplementation((...parts: unknown[]) => {
      printed.push(parts.map(String).join(" "));
    }),
  );
  const stderr = vi
    .spyOn(process.stderr, "write")
    .mockImplementation((text) => printed.push(String(text)) > 0);
  return {
    printed,
    letGo() {
      for (const spy of [...spies, stderr]) spy.mockRestore();
    },
  };
}
