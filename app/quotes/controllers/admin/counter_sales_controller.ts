import type { HttpContext } from '@adonisjs/core/http'
import { isInvoiceable } from '#app/invoicing/issue_invoice'
import { knownSeller } from '#app/invoicing/seller'
import { counterSaleQuery } from '#app/quotes/counter_sale_query'
import { mayPrint, saleAddress } from '#app/quotes/printable_sale'
import { draftAddress, draftFormValidator, isChoosing } from '#app/quotes/quote_draft'
import { quoteNumberValidator } from '#app/quotes/quote_validators'
import { sellAtCounter } from '#app/quotes/sell_at_counter'
import { saleInForm } from '#app/quotes/wish_in_form'
import { actingStaff } from '#app/staff/acting_staff'
import { expectAbility } from '#app/staff/expect_ability'
import { shownPhone } from '#app/tunisia/phone'

/** Somebody stands at the counter, pays and goes: the form of a new quote, with another button. Handing over is a right of its own. */
export default class CounterSalesController {
  async store(ctx: HttpContext) {
    const draft = await ctx.request.validateUsing(draftFormValidator)
    if (isChoosing(draft)) return ctx.response.seeOther(draftAddress(draft))
    const [sale, asking] = await saleInForm(ctx, draft)
    expectAbility(ctx, 'shipments:write')
    const place = ctx.i18n.t('quotes.at_counter')
    const order = await sellAtCounter(sale, asking, place, actingStaff(ctx))
    ctx.session.flash('done', 'quotes.is_sold')
    return ctx.response.seeOther(saleAddress(order))
  }

  /** The receipt, and the way to the invoice. */
  async show(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const sale = await counterSaleQuery(number)
    return ctx.view.render('admin/quotes/receipt', {
      ...{ ...sale, seller: knownSeller(), shownPhone },
      ...{ canPrint: mayPrint(ctx, sale), canIssue: isInvoiceable(sale.order) },
    })
  }
}
