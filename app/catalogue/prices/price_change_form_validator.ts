import vine from '@vinejs/vine'
import { dinarInput } from '#app/money/dinar_input'
import { text } from '#app/platform/http/input'

/** A price changed by hand: never without a reason. */
export const priceChangeFormValidator = vine.create({
  newPrice: dinarInput(),
  reason: text({ min: 3, max: 300 }),
})
