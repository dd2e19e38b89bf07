import env from '#start/env'
import { Problem } from '#app/platform/http/problem'

/** Who issues invoices, as it is printed on each of them. */
export type Seller = {
  name: string
  taxId: string
  address: string
  phone: string | null
  /** Number in the national register of companies. */
  register: string | null
}

/** The seller of the settings, or undefined before somebody has set it. */
export function knownSeller(): Seller | undefined {
  const [name, taxId] = [env.get('SELLER_NAME'), env.get('SELLER_TAX_ID')]
  const address = env.get('SELLER_ADDRESS')
  if (!name || !taxId || !address) return undefined
  const [phone, register] = [env.get('SELLER_PHONE'), env.get('SELLER_REGISTER')]
  return { name, taxId, address, phone: phone ?? null, register: register ?? null }
}

/** The same; throws 409 when it is not set: an invoice of nobody is none. */
export function theSeller(): Seller {
  const seller = knownSeller()
  if (seller) return seller
  throw new Problem({
    status: 409,
    code: 'seller_unknown',
    title: 'The shop does not say who it is',
    detail: 'Set SELLER_NAME, SELLER_TAX_ID and SELLER_ADDRESS, then issue the invoice again.',
  })
}
