import { Problem } from '#app/platform/http/problem'

/** Where a page of a keyset-paged list ended: the last row's sort value and id. */
export type Place = { value: string | number; id: number }

/** Of what kind the sort value is: whole number, text, decimal number as text, timestamp as text. */
export type PlaceType = 'number' | 'string' | 'decimal' | 'instant'

/**
 * A cursor is opaque to callers. It names the order it belongs to, so that a
 * cursor of one list cannot be used in another.
 */
export function encodeCursor(order: string, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString('base64url')
}

/**
 * The place a cursor names. Throws a 422 `invalid_cursor` for a cursor that
 * was not made by this list in this order.
 */
export function decodeCursor(order: string, cursor: string, type: PlaceType): Place {
  const [madeFor, value, id] = parse(cursor)
  if (madeFor !== order || !IS_OF[type](value) || !Number.isSafeInteger(id)) throw refused()
  return { value: value as string | number, id: id as number }
}

const isText = (value: unknown) =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0')

/** What a value must be for the database to take it as what it says. */
const IS_OF: Record<PlaceType, (value: unknown) => boolean> = {
  number: Number.isSafeInteger,
  string: isText,
  decimal: (value) =>
    typeof value === 'string' && /^-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?$/.test(value),
  instant: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[\d:.+-]{0,14}$/.test(value) &&
    !Number.isNaN(Date.parse(value.slice(0, 19))),
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parsed) ? parsed : []
  } catch {
    // Not ours: refused below, with the same answer as any other foreign cursor.
    return []
  }
}

function refused() {
  return new Problem({
    status: 422,
    code: 'invalid_cursor',
    title: 'Some values are not valid',
    detail: 'The cursor does not belong to this list. Start again without a cursor.',
    extra: {
      errors: [
        { field: 'cursor', rule: 'cursor', message: 'The cursor does not belong to this list' },
      ],
    },
  })
}
