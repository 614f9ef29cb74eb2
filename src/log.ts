import { describeError, isSystemError, OperatorError } from "./errors.ts";

/** One line a happening on stderr: when, how bad, what. `words` are ours and name no person. */
export function logNotice(words: string): void {
  line("notice", words);
}

/** The same for what should not happen; safe whatever the error says. */
export function logError(error: unknown): void {
  line("error", describeError(error));
}

/** For a start that failed or the end of a command: what its user can put right is said plainly. */
export function logEnd(error: unknown): void {
  if (error instanceof OperatorError || isSystemError(error)) console.error(error.message);
  else logError(error);
}

/** Without this, Node would print an error that nobody caught with all its words. The process still ends. */
export function logCrashes(): void {
  process.once("uncaughtException", (error: unknown) => {
    logError(error);
    process.exit(1);
  });
}

function line(level: "notice" | "error", words: string): void {
  console.error(`${new Date().toISOString()} ${level} ${words}`);
}
