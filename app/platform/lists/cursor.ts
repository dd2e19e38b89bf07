import encryption from '@adonisjs/core/services/encryption'
import { Problem } from '#app/platform/http/problem'

/** Where a page of a keyset-paged list ended: the last row's sort value and id. */
export type Place = { value: string | number; id: number }

/**
 * A cursor is opaque to callers and signed: only we can make one, so what it says always has the
 * type and range that the database gave it. It names the order it belongs to, so that a cursor of
 * one list cannot be used in another.
 */
export function encodeCursor(order: string, { value, id }: Place): string {
  return encryption.getMessageVerifier().sign([value, id], undefined, order)
}

/**
 * The place a cursor names. Throws a 422 `invalid_cursor` for a cursor that
 * was not made by this list in this order.
 */
export function decodeCursor(order: string, cursor: string): Place {
  const place = encryption.getMessageVerifier().unsign<[string | number, number]>(cursor, order)
  if (!place) throw refused()
  const [value, id] = place
  return { value, id }
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
