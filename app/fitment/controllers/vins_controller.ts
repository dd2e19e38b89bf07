import type { HttpContext } from '@adonisjs/core/http'
import { vinValidator } from '#app/fitment/vehicles/vehicle_validators'
import { expectVin } from '#app/fitment/vin/expect_vin'
import { vinKnowledge } from '#app/fitment/vin/vin_knowledge'
import { sendFresh } from '#app/platform/cache/answer'
import { localeOf } from '#app/platform/http/locale'

/** What a VIN alone tells, and what staff have learned of VINs like it. */
export default class VinsController {
  async show(ctx: HttpContext) {
    const { vin } = await vinValidator.validate(ctx.params)
    return sendFresh(ctx, { data: await vinKnowledge(expectVin(vin), localeOf(ctx)) })
  }
}
