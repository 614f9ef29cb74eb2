/**
 * An error whose words are ours and meant for whoever runs the service: they name a place, a setting or a state, never
 * a secret and never what people wrote. Its message is the only kind that is logged.
 */
export class OperatorError extends Error {}

/** Of files, ports and addresses of the installation. */
export function isSystemError(error: unknown): error is Error & { code: string; syscall: string } {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** Deeper causes tell nothing that the first ones did not. */
const MOST_CAUSES = 3;
const MOST_POSITIONS = 5;
const LONGEST_MESSAGE = 500;

/**
 * An error in one line that is safe to log and to keep: what libraries say may repeat a query with its values, a URL
 * with its token, a payload with its words, so of theirs only name, code and positions are told.
 */
export function describeError(error: unknown): string {
  return described(error, 0);
}

function described(error: unknown, depth: number): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const own = error instanceof OperatorError ? oneLine(error.message) : outlineOf(error);
  const cause = causeOf(error);
  if (cause === undefined || depth === MOST_CAUSES) return own;
  return `${own}; cause: ${described(cause, depth + 1)}`;
}

function oneLine(message: string): string {
  return message
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_MESSAGE);
}

function outlineOf(error: Error): string {
  const positions = positionsOf(error);
  const what = [nameOf(error), ...detailsOf(error)].join(" ");
  return positions.length === 0 ? what : `${what} at ${positions.join(" < ")}`;
}

function causeOf(error: Error): unknown {
  if (error.cause !== undefined) return error.cause;
  return error instanceof AggregateError ? error.errors[0] : undefined;
}

function nameOf(error: Error): string {
  const name = error.name === "Error" ? error.constructor.name : error.name;
  return /^[A-Za-z_$][\w$]{0,60}$/.test(name) ? name : "Error";
}

/** Codes of Node, databases and platforms, the status of an answer, the model of a query: words of programs alone. */
function detailsOf(error: Error): string[] {
  const { code, status, meta } = error as {
    code?: unknown;
    status?: unknown;
    meta?: { modelName?: unknown } | null;
  };
  return [codeIn(code), codeIn(status), modelIn(meta?.modelName)].filter((detail) => detail !== "");
}

function codeIn(value: unknown): string {
  if (typeof value === "number")
    return Number.isInteger(value) && Math.abs(value) < 100_000 ? String(value) : "";
  // PostgreSQL's codes are five characters that may all be digits.
  return typeof value === "string" && /^(?:[0-9A-Z]{5}|[A-Z][A-Z0-9_]{1,40})$/.test(value) ? value : "";
}

function modelIn(value: unknown): string {
  return typeof value === "string" && /^[A-Z][A-Za-z]{1,40}$/.test(value) ? value : "";
}

/** Where it was thrown, then the way there through our own code. */
function positionsOf(error: Error): string[] {
  const all = framesOf(error);
  const own = all.slice(1).filter((frame) => !/node_modules|node:/.test(frame));
  return [...all.slice(0, 1), ...own].slice(0, MOST_POSITIONS);
}

function framesOf({ stack = "", message }: Error): string[] {
  const name = /^[\w$.]*(?: \[\w+\])?/.exec(stack)?.[0] ?? "";
  const heads = [`${name}: ${message}\n`, ...(message === "" ? [`${name}\n`] : [])];
  const head = heads.find((one) => stack.startsWith(one));
  // Where the message was changed later, nobody can tell where the words end and the positions begin.
  if (head === undefined) return [];
  return stack
    .slice(head.length)
    .split("\n")
    .flatMap((line) => positionIn(line) ?? []);
}

/** `turn (src/conversation/receive.ts:70)` from V8's line; null for what is no position in a file. */
function positionIn(line: string): string | null {
  const found =
    /^\s+at (?:async |new )*(?:([\w$.#]+) )?(?:\[as [\w$]+\] )?\(?((?:file:|node:|\/|[A-Za-z]:[\\/])[^\s()]+?):(\d+):\d+\)?$/.exec(
      line,
    );
  if (!found) return null;
  const [, name, path = "", row = ""] = found;
  const place = `${withoutFolders(path)}:${row}`;
  return name === undefined ? place : `${name} (${place})`;
}

/** Where the service is installed is nobody's business. */
function withoutFolders(path: string): string {
  if (path.startsWith("node:")) return path;
  const slashed = path.replaceAll("\\", "/");
  const ours = /^.*\/(node_modules\/.*)$/.exec(slashed) ?? /^.*\/((?:src|dist|test)\/.*)$/.exec(slashed);
  return ours?.[1] ?? slashed.slice(slashed.lastIndexOf("/") + 1);
}
