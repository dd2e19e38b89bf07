import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { Problem } from '#app/platform/http/problem'
import { noteHint } from '#app/payments/settling/note_hint'
import { hintQueryValidator, providerValidator } from '#app/payments/intents/payment_validators'

/** Where gateways tell us that there is something to see. */
export default class HintsController {
  async store(ctx: HttpContext) {
    const { provider } = await providerValidator.validate(ctx.params)
    const query = await hintQueryValidator.validate(ctx.request.qs())
    try {
      await noteHint(provider, { ...rawHintOf(ctx), query })
    } catch (error) {
      if (error instanceof Problem) {
        logger.warn({ provider, ip: ctx.request.ip(), code: error.details.code }, 'hint refused')
      }
      throw error
    }
    return { data: { received: true } }
  }
}

const rawHintOf = ({ request }: HttpContext) => ({
  headers: { 'stripe-signature': request.header('stripe-signature') },
  body: request.raw() ?? '',
  fields: request.body(),
})
