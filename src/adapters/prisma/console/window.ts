/** What a query skips and takes for one page of a list. */
export function windowOf({ page, perPage }: { page: number; perPage: number }): {
  skip: number;
  take: number;
} {
  return { skip: (page - 1) * perPage, take: perPage };
}
