import type { HttpContext } from '@adonisjs/core/http'
import { priceAlarmIdValidator } from '#app/catalogue/prices/price_alarm_validators'
import { priceAlarmsQuery, type PriceAlarm } from '#app/catalogue/prices/price_alarms_query'
import { reviewPriceChange } from '#app/catalogue/prices/review_price_change'
import { money } from '#app/money/money'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'

/** Prices that changed by more than 15 %, until somebody has looked at them. */
export default class PriceAlarmsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const { page, nextCursor } = await priceAlarmsQuery(limit, cursor)
    return { data: page.map(item), meta: { limit, nextCursor } }
  }

  async update(ctx: HttpContext) {
    const { id } = await priceAlarmIdValidator.validate(ctx.params)
    await reviewPriceChange(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}

const item = ({
  id,
  productId,
  sku,
  nameFr,
  oldPrice,
  newPrice,
  at,
  author,
  reason,
}: PriceAlarm) => ({
  id,
  product: { id: productId, sku, name: nameFr },
  oldPrice: money(oldPrice),
  newPrice: money(newPrice),
  at: at.toISOString(),
  author,
  reason,
})
