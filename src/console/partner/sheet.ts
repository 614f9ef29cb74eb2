/** A cell as it was typed; blanks are null. */
export type Cell = string | number | Date | null;

/** The first sheet of what somebody sent up, or why it was not taken. */
export type ReadSheet =
  | { kind: "rows"; rows: readonly (readonly Cell[])[] }
  | { kind: "no_xlsx" }
  /** Excel 97–2003, or with a password */
  | { kind: "old_or_locked" }
  | { kind: "macros" }
  /** far more inside than its size lets one think */
  | { kind: "too_much_inside" }
  | { kind: "too_many_rows"; most: number }
  /** the first few cells with one, and how many there are */
  | { kind: "formulas"; cells: readonly string[]; count: number };
