import { customerBearer } from '#tests/support/customers'
import { bearer } from '#tests/support/staff'

/** What somebody uses as a customer, be it as a guest; anywhere else a token is of staff. */
const OF_CUSTOMERS = /^\/api\/v1\/(?:auth|me|cart|checkout|orders|payments|quotes)\b/

/** Tokens of a new owner of the shop and of a new customer, and which of them a path takes. */
export async function apiTokens() {
  const [staff, customer] = [await bearer(), await customerBearer()]
  return {
    staff,
    customer,
    of: (path: string) => (OF_CUSTOMERS.test(path) ? customer.token : staff.token),
  }
}
