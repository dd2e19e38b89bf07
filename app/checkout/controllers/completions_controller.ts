import type { HttpContext } from '@adonisjs/core/http'
import { checkoutIdValidator, completionValidator } from '#app/checkout/checkout_validators'
import { completeCheckout } from '#app/checkout/complete_checkout'
import { localeOf } from '#app/platform/http/locale'
import { answerOnce } from '#app/platform/idempotency/answer_once'

export default class CompletionsController {
  /** The order is placed once, however often it is asked for with the same key. */
  async store(ctx: HttpContext) {
    const { id } = await checkoutIdValidator.validate(ctx.params)
    const input = await completionValidator.validate(ctx.request.body())
    const locale = localeOf(ctx)
    return answerOnce(ctx, { scope: `checkout.complete:${id}`, input }, (once) =>
      completeCheckout(id, { ...input, locale }, once)
    )
  }
}
