import { encodeCursor } from '#app/platform/lists/cursor'

/**
 * The first `limit` of rows that were read one beyond, and the cursor of the next page when there is
 * one.
 * @param value what the list is sorted by, besides the id
 */
export function pageOf<Row extends { id: number }>(
  rows: Row[],
  limit: number,
  order: string,
  value: (row: Row) => string | number = ({ id }) => id
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const nextCursor =
    last && rows.length > limit ? encodeCursor(order, { value: value(last), id: last.id }) : null
  return { page, nextCursor }
}
