// All five channels on this machine, to be watched and tried without any account: `npm run channels:demo`.
import { startDemo } from "./demo.ts";

const STEP_MS = 900;

async function main(): Promise<void> {
  const demo = await startDemo({ port: Number(process.env["PORT"] ?? 3100), stepMs: STEP_MS });
  process.stdout.write(`Bản thử năm kênh: ${demo.url} (Ctrl+C để dừng)\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      // The library of personal accounts leaves timers behind.
      void demo.stop().finally(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
