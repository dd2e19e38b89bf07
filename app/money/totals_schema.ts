import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'

const amounts = () => ({
  subtotal: moneySchema(),
  discount: moneySchema(),
  shipping: moneySchema(),
  tax: moneySchema(),
  total: moneySchema(),
})

/** What an order comes to, in an answer. */
export const totalsSchema = () => vine.object(amounts())

/** The same of what is still chosen: shipping is null until it is known. */
export const openTotalsSchema = () =>
  vine.object({ ...amounts(), shipping: moneySchema().nullable() })
