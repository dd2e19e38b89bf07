import type { HttpContext } from '@adonisjs/core/http'
import type { Invoice } from '#app/invoicing/invoice'
import { notFound } from '#app/platform/http/problem'
import { type CounterSale, counterSaleQuery } from '#app/quotes/counter_sale_query'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** Who has sold prints the invoice of it, as at every counter; the others of the shop are for those with the right. */
export function mayPrint(ctx: HttpContext, { soldBy }: CounterSale): boolean {
  return soldBy === actingStaff(ctx).actor || staffOf(ctx).may('invoices:write')
}

/** The sale whose invoice somebody may print. Throws 404 for any other: it is not told that there is one. */
export async function printableSale(ctx: HttpContext, number: string): Promise<CounterSale> {
  const sale = await counterSaleQuery(number)
  if (mayPrint(ctx, sale)) return sale
  throw notFound('order')
}

/** The invoice of such a sale. Throws 404 before it was issued. */
export async function printableInvoice(ctx: HttpContext, number: string): Promise<Invoice> {
  const { invoice } = await printableSale(ctx, number)
  if (invoice) return invoice
  throw notFound('invoice')
}

/** Where a sale is shown after it was made. */
export const saleAddress = (number: string) => `/admin/quotes/counter-sales/${number}`
