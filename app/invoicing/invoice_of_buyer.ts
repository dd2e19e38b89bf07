import { notFound } from '#app/platform/http/problem'
import { type Invoice, invoiceOf, invoicesOfOrder, isStanding } from '#app/invoicing/invoice'

/** The invoice of an order that counts, else the last one there was. Throws 404 before one was issued. */
export async function invoiceOfBuyer(orderId: number): Promise<Invoice> {
  const number = await invoiceNumberOfBuyer(orderId)
  if (!number) throw notFound('invoice')
  return invoiceOf(number)
}

/** Its number, once it was issued. */
export async function invoiceNumberOfBuyer(orderId: number): Promise<string | undefined> {
  const documents = await invoicesOfOrder(orderId)
  const invoices = documents.filter(({ type }) => type === 'invoice')
  const invoice = invoices.find(isStanding) ?? invoices.at(-1)
  return invoice?.number
}
