import { decodeCursor, encodeCursor } from '#app/platform/lists/cursor'
import { ROWS } from '#app/platform/lists/rows'

type Paging = { limit?: number; cursor?: string }

/** A page of things that are in memory, in their order; the cursor names the last one shown. */
export function vehiclePage<Thing extends { id: number }>(
  order: string,
  things: Thing[],
  { limit = ROWS, cursor }: Paging
) {
  const last = cursor === undefined ? undefined : decodeCursor(order, cursor).id
  const start = last === undefined ? 0 : things.findIndex(({ id }) => id === last) + 1
  const page = things.slice(start, start + limit)
  const end = page.at(-1)
  const nextCursor =
    end && start + limit < things.length ? encodeCursor(order, { value: end.id, id: end.id }) : null
  return { page, meta: { limit, nextCursor } }
}
