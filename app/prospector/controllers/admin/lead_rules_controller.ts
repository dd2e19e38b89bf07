import type { HttpContext } from '@adonisjs/core/http'
import { withAuthors } from '#app/platform/audit/authors'
import { rulesForm } from '#app/prospector/leads/lead_forms'
import { previewRules } from '#app/prospector/score/preview_rules'
import { RULE_GROUPS, RULES } from '#app/prospector/score/rules'
import { currentRuleset, rulesetsQuery } from '#app/prospector/score/rulesets_query'
import { expectOrder, saveRules } from '#app/prospector/score/save_rules'
import { actingStaff } from '#app/staff/acting_staff'

const RECENT = 8

/** What leads are scored by, and what other rules would do. */
export default class LeadRulesController {
  async show({ view }: HttpContext) {
    const { version, rules } = await currentRuleset()
    return view.render('admin/leads/rules', { ...(await page()), version, rules, preview: null })
  }

  /** Shows what rules would do; nothing is kept. */
  async preview({ request, view }: HttpContext) {
    const rules = await request.validateUsing(rulesForm)
    expectOrder(rules)
    const { version } = await currentRuleset()
    const preview = await previewRules(rules)
    return view.render('admin/leads/rules', { ...(await page()), version, rules, preview })
  }

  async store(ctx: HttpContext) {
    const rules = await ctx.request.validateUsing(rulesForm)
    await saveRules(rules, actingStaff(ctx))
    ctx.session.flash('done', 'leads.rules_saved')
    return ctx.response.redirect().status(303).toPath('/admin/leads/rules')
  }
}

async function page() {
  const versions = await withAuthors(await rulesetsQuery(RECENT))
  return { versions, groups: Object.entries(RULE_GROUPS), limits: RULES }
}
