import type { HttpContext } from '@adonisjs/core/http'
import { draftAddress, draftFormValidator, isChoosing } from '#app/quotes/quote_draft'
import { sellAtCounter } from '#app/quotes/sell_at_counter'
import { wishInForm } from '#app/quotes/wish_in_form'
import { actingStaff } from '#app/staff/acting_staff'
import { expectAbility } from '#app/staff/expect_ability'

/** Somebody stands at the counter, pays and goes: the form of a new quote, with another button. Handing over is a right of its own. */
export default class CounterSalesController {
  async store(ctx: HttpContext) {
    const draft = await ctx.request.validateUsing(draftFormValidator)
    if (isChoosing(draft)) return ctx.response.redirect().status(303).toPath(draftAddress(draft))
    const [wish, asking] = await wishInForm(ctx, draft)
    expectAbility(ctx, 'shipments:write')
    const place = ctx.i18n.t('quotes.at_counter')
    const order = await sellAtCounter(wish, asking, place, actingStaff(ctx))
    ctx.session.flash('done', 'quotes.is_sold')
    return ctx.response.redirect().status(303).toPath(`/admin/orders/${order}`)
  }
}
