/** Stands where a name stood, so that numbers stay right. */
export const ERASED = "đã xóa";
