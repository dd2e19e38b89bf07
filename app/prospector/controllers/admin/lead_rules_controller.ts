import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { rulesFormValidator, triedRulesValidator } from '#app/prospector/leads/lead_form_validators'
import { rulesPage } from '#app/prospector/score/rules_page'
import { saveRules } from '#app/prospector/score/save_rules'
import { actingStaff } from '#app/staff/acting_staff'

/** What leads are scored by, and what other rules would do: those in the address are tried out. */
export default class LeadRulesController {
  async show({ request, view }: HttpContext) {
    const tried = await filtersOf(triedRulesValidator, request.qs())
    return view.render('admin/leads/rules', await rulesPage(tried))
  }

  async store(ctx: HttpContext) {
    const rules = await ctx.request.validateUsing(rulesFormValidator)
    await saveRules(rules, actingStaff(ctx))
    ctx.session.flash('done', 'leads.rules_saved')
    return ctx.response.seeOther('/admin/leads/rules')
  }
}
