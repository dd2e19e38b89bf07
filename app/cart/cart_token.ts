import { createHash, randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

/** The header that names a cart. */
export const CART_HEADER = 'x-cart-token'

/** A secret of 256 bits that only its bearer knows; we keep its hash. */
export const newCartToken = () => randomBytes(32).toString('base64url')

export const hashOfToken = (token: string) => createHash('sha256').update(token).digest()

/** The token that a request carries; undefined when there is none. */
export const cartTokenOf = ({ request }: HttpContext) => request.header(CART_HEADER) || undefined
