import type { HttpContext } from '@adonisjs/core/http'
import { priceAlarmIdValidator } from '#app/catalogue/prices/price_alarm_validators'
import { countPriceAlarms, priceAlarmsQuery } from '#app/catalogue/prices/price_alarms_query'
import { reviewPriceChange } from '#app/catalogue/prices/review_price_change'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** Prices that changed by more than 15 %, until somebody has looked at them. */
export default class PriceAlarmsController {
  async index({ request, view }: HttpContext) {
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const [{ page, nextCursor }, total] = await Promise.all([
      priceAlarmsQuery(LIMIT, cursor),
      countPriceAlarms(),
    ])
    return view.render('admin/price_alarms/index', { alarms: page, nextCursor, cursor, total })
  }

  /** It has been looked at. */
  async update(ctx: HttpContext) {
    const { id } = await priceAlarmIdValidator.validate(ctx.params)
    await reviewPriceChange(id, actingStaff(ctx))
    return ctx.response.seeOther('/admin/price-alarms')
  }
}
