import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { leadFormValidator } from '#app/prospector/leads/lead_form_validators'
import { leadInForm } from '#app/prospector/leads/lead_in_form'
import { leadPage } from '#app/prospector/leads/lead_page'
import { leadQuery, leadsQuery } from '#app/prospector/leads/lead_query'
import { LEAD_STATUSES } from '#app/prospector/leads/lead_status'
import { BANDS, leadIdValidator, leadListValidator } from '#app/prospector/leads/lead_validators'
import { correctLead, enterLead } from '#app/prospector/leads/write_manual_lead'
import { SEGMENTS, SOURCE_NAMES } from '#app/prospector/sources/finding'
import { actingStaff } from '#app/staff/acting_staff'
import { GOVERNORATES } from '#app/tunisia/governorates'
import { shownPhone } from '#app/tunisia/phone'

const LIMIT = 50
const CHOICES = {
  ...{ statuses: LEAD_STATUSES, bands: BANDS, segments: SEGMENTS, sources: SOURCE_NAMES },
  governorates: GOVERNORATES,
}

/** Leads in the browser: the list, the page of each, and what is typed about them. */
export default class LeadsController {
  async index({ request, view }: HttpContext) {
    const { cursor, limit, ...asked } = await filtersOf(leadListValidator, request.qs())
    const { page, nextCursor } = await leadsQuery(asked, limit ?? LIMIT, cursor)
    const list = { leads: page, asked, nextCursor, cursor, shownPhone }
    return view.render('admin/leads/index', { ...list, ...CHOICES })
  }

  create({ view }: HttpContext) {
    return view.render('admin/leads/edit', { lead: null, ...CHOICES })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(leadFormValidator)
    const { leadId, outcome } = await enterLead(leadInForm(input), actingStaff(ctx))
    ctx.session.flash('done', outcome === 'new' ? 'leads.created' : 'leads.was_known')
    return ctx.response.seeOther(`/admin/leads/${leadId}`)
  }

  async show({ params, view, i18n }: HttpContext) {
    const { id } = await leadIdValidator.validate(params)
    return view.render('admin/leads/show', await leadPage(id, i18n))
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await leadIdValidator.validate(params)
    return view.render('admin/leads/edit', { lead: await leadQuery(id), ...CHOICES })
  }

  async update(ctx: HttpContext) {
    const { id } = await leadIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(leadFormValidator)
    await correctLead(id, leadInForm(input), actingStaff(ctx))
    ctx.session.flash('done', 'leads.saved')
    return ctx.response.seeOther(`/admin/leads/${id}`)
  }
}
