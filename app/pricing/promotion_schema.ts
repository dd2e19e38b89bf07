import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { truth } from '#app/platform/openapi/answers'

/** The promotions that count, in an answer. */
export const appliedPromotions = () =>
  vine.array(
    vine.object({
      code: vine.string().nullable(),
      name: vine.string(),
      freeDelivery: truth(),
      amount: moneySchema(),
    })
  )
