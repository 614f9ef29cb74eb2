import { CODE_BYTES, makeCode, type CodePrefix } from "../../registry/codes.ts";
import { OperatorError } from "../../errors.ts";

const ATTEMPTS = 5;

/** A code nobody has yet. The unique column has the last word: a clash of two at once is a retry of the transaction. */
export async function freeCode(
  prefix: CodePrefix,
  randomBytes: (length: number) => Uint8Array,
  isTaken: (code: string) => Promise<boolean>,
): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const code = makeCode(prefix, randomBytes(CODE_BYTES));
    if (!(await isTaken(code))) return code;
  }
  throw new OperatorError(`no free code after ${ATTEMPTS} attempts: the source of randomness repeats itself`);
}
