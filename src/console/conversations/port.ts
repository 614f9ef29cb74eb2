/** The page of one conversation; the group of staff is given its address. */
export function conversationPath(id: string): string {
  return `/can-bo/tro-chuyen/${id}`;
}
