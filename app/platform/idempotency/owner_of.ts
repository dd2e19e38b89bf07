import type { HttpContext } from '@adonisjs/core/http'
import { callerOf } from '#app/platform/limits/caller'

export const customerOwner = (id: number | string) => `customer:${id}`

/** Whose data an answer may hold: that of the customer who asks. Guests are nobody whom we could find again. */
export function ownerOf(ctx: HttpContext): string | null {
  const { role, id } = callerOf(ctx)
  return role === 'customer' ? customerOwner(id) : null
}
