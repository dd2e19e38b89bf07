import type { HttpContext } from '@adonisjs/core/http'
import { readableEntries } from '#app/platform/audit/readable_entries'
import { recordHistoryQuery } from '#app/platform/audit/record_history_query'
import { filtersOf } from '#app/platform/lists/filters_of'
import { mayDo, QUOTE_STATES } from '#app/quotes/quote'
import { acceptanceForm } from '#app/quotes/acceptance_form'
import { whatsAppToBuyer } from '#app/quotes/quote_message'
import { draftPage } from '#app/quotes/draft_page'
import { drawUpQuote } from '#app/quotes/draw_up_quote'
import {
  draftAddress,
  draftFormValidator,
  draftValidator,
  isChoosing,
} from '#app/quotes/quote_draft'
import { wishInForm } from '#app/quotes/wish_in_form'
import { quoteQuery } from '#app/quotes/quote_query'
import { quoteListValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { countOpenQuotes, quotesQuery } from '#app/quotes/quotes_query'
import { timeLeft } from '#app/quotes/time_left'
import { actingStaff, mayOf } from '#app/staff/acting_staff'
import { shownPhone } from '#app/tunisia/phone'

const LIMIT = 50

/** Where quotes are written, watched, extended and accepted on the telephone. */
export default class QuoteDeskController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(quoteListValidator, request.qs())
    const [{ page, nextCursor }, open] = await Promise.all([
      quotesQuery(asked, LIMIT, cursor),
      countOpenQuotes(),
    ])
    const list = { quotes: page, asked, open, states: QUOTE_STATES, nextCursor, cursor }
    return view.render('admin/quotes/index', { ...list, timeLeft, shownPhone })
  }

  async create({ request, view }: HttpContext) {
    const draft = await filtersOf(draftValidator, request.qs())
    return view.render('admin/quotes/create', await draftPage(draft))
  }

  /** Enter in the search looks for parts: nothing is drawn up while somebody still chooses. */
  async store(ctx: HttpContext) {
    const draft = await ctx.request.validateUsing(draftFormValidator)
    if (isChoosing(draft)) return ctx.response.seeOther(draftAddress(draft))
    const [wish, asking] = await wishInForm(ctx, draft)
    const number = await drawUpQuote(wish, asking, actingStaff(ctx))
    ctx.session.flash('done', 'quotes.is_drawn_up')
    return ctx.response.seeOther(`/admin/quotes/${number}`)
  }

  async show(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const quote = await quoteQuery(number)
    const history = await recordHistoryQuery('quotes', String(quote.id))
    const entries = await readableEntries(history, { may: mayOf(ctx), i18n: ctx.i18n })
    const form = await acceptanceForm(quote)
    return ctx.view.render('admin/quotes/show', {
      ...{ quote, entries, form, whatsApp: whatsAppToBuyer(quote) },
      ...{ canExtend: mayDo(quote.state, 'extend'), canRefuse: mayDo(quote.state, 'refuse') },
    })
  }
}
