/** One thing the doctor says. */
export interface Finding {
  /** note: works, but somebody should know; bad: somebody has to put it right */
  level: "ok" | "note" | "bad";
  what: string;
}

export function ok(what: string): Finding {
  return { level: "ok", what };
}

export function note(what: string): Finding {
  return { level: "note", what };
}

export function bad(what: string): Finding {
  return { level: "bad", what };
}
