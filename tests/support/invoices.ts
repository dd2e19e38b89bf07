import env from '#start/env'
import { sql } from '#app/platform/database/sql'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { sentParcel } from '#tests/support/shipments'
import { TESTING } from '#tests/support/staff'

const SELLER = {
  SELLER_NAME: 'Shabou Auto Pièces SARL',
  SELLER_TAX_ID: '1234567R/A/M/000',
  SELLER_ADDRESS: '3, route de Gabès, 3000 Sfax',
} as const

/** Has the shop of this process know who it is; resolves with how to forget it. */
export function knowSeller(): () => void {
  for (const [name, value] of Object.entries(SELLER)) env.set(name as keyof typeof SELLER, value)
  return forgetSeller
}

export function forgetSeller() {
  for (const name of Object.keys(SELLER) as (keyof typeof SELLER)[]) {
    env.set(name, undefined as never)
    // The environment holds text only: it would hand `undefined` on to child processes.
    delete process.env[name]
  }
}

/** An order that has left, and the number of its invoice. */
export async function invoicedOrder(items?: { sku: string; quantity: number }[]) {
  const forget = knowSeller()
  const { number: orderNumber } = await sentParcel(items)
  const number = await issueInvoice(orderNumber, {}, TESTING)
  return { orderNumber, number, forget }
}

/** The numbers that were given, in the order in which they were. */
export async function givenNumbers(): Promise<string[]> {
  const rows = await sql<{ number: string }>('select number from invoices order by id')
  return rows.map(({ number }) => number)
}
