import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { text, truth } from '#app/platform/openapi/answers'

/** The promotions that count, in an answer. */
export const appliedPromotions = () =>
  vine.array(
    vine.object({
      code: text().nullable(),
      name: text(),
      freeDelivery: truth(),
      amount: moneySchema(),
    })
  )
