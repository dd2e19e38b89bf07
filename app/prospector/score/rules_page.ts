import { withAuthors } from '#app/platform/audit/authors'
import { previewRules } from '#app/prospector/score/preview_rules'
import { misordered, RULE_GROUPS, RULES, type Rules } from '#app/prospector/score/rules'
import { currentRuleset, rulesetsQuery } from '#app/prospector/score/rulesets_query'

const RECENT = 8

/** All that the page of the rules shows; with rules to try out also what they would do, or which two are in disorder. */
export async function rulesPage(tried: Partial<Rules>) {
  const [{ version, rules: current }, versions] = await Promise.all([
    currentRuleset(),
    rulesetsQuery(RECENT).then((rows) => withAuthors(rows)),
  ])
  const isTrial = Object.keys(tried).length > 0
  const rules = { ...current, ...tried }
  const wrong = misordered(rules)
  return {
    ...{ version, versions, rules, wrong, limits: RULES, groups: Object.entries(RULE_GROUPS) },
    preview: isTrial && !wrong ? await previewRules(rules) : undefined,
  }
}
