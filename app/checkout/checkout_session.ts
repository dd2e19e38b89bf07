import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isUuid } from '#app/platform/text/is_uuid'
import type { Applied } from '#app/pricing/apply_promotions'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import type { Address } from '#app/tunisia/address'

/** A line as the buyer has seen it. `unitPrice` in millimes, tax included. */
export type CheckoutLine = {
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  quantity: number
  unitPrice: number
  taxRate: number
  /** What promotions take off, in millimes. */
  discount: number
}

/** On the way from a cart to an order, as the buyer has seen it last. */
export type CheckoutSession = {
  id: string
  cartId: number | null
  state: 'open' | 'completed'
  lines: CheckoutLine[]
  /** Those that count in what the buyer has seen. */
  promotions: Applied[]
  address: Address | null
  shippingOption: string | null
  shippingPrice: number | null
  expiresAt: Date
}

/** What a statement about `checkout_sessions s` selects, or returns of what it wrote. */
export const SESSION_COLUMNS = `
  s.id, s.cart_id as "cartId", s.state, s.lines, s.promotions, s.shipping_option as "shippingOption",
    s.shipping_price as "shippingPrice", s.expires_at as "expiresAt",
    case when s.address is not null then json_build_object('fullName', s.full_name, 'phone', s.phone,
      'governorate', s.governorate, 'delegation', s.delegation, 'address', s.address,
      'postalCode', s.postal_code, 'notes', s.notes) end as address`

const SESSION = `select ${SESSION_COLUMNS} from checkout_sessions s where s.id = $1`

/** The session of an id; knowing it is the right to it. Throws 404 for anything else. */
export async function checkoutSession(
  id: string,
  trx?: TransactionClientContract
): Promise<CheckoutSession> {
  expectId(id)
  const [session] = await sql<CheckoutSession>(SESSION, [id], trx)
  if (!session) throw notFound('checkout')
  return session
}

/** Throws 404 for what is the id of no session. */
export function expectId(id: string) {
  if (!isUuid(id)) throw notFound('checkout')
}

/** Under what the stock of a session is held. */
export const holderOf = ({ id }: { id: string }) => `checkout:${id}`
