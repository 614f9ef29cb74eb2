import type { Accept } from "./harness.ts";

/** Hears when something could not be stored. */
export function withEar(accept: Accept): { accept: Accept; refused: () => Promise<void> } {
  let onRefused: () => void = () => undefined;
  return {
    async accept(message) {
      try {
        return await accept(message);
      } catch (error) {
        onRefused();
        throw error;
      }
    },
    refused: () =>
      new Promise<void>((resolve) => {
        onRefused = resolve;
      }),
  };
}
