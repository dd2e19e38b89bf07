import type { I18n } from '@adonisjs/i18n'
import { type AuditFilters, ACTIONS, SOURCES } from '#app/platform/audit/audit_log_validator'
import { auditedTablesQuery } from '#app/platform/audit/audited_tables_query'
import { translated } from '#app/platform/audit/text_of_value'
import { shellEntries } from '#app/platform/shell/shell'

type Choice = { value: string; label: string }

/** Written about by hand, where no trigger watches. */
const WITHOUT_TABLE = ['jobs', 'tasks', 'unmet_demand', 'prospector_sites']

/** What the lists of the filters offer; an actor from a link stays chosen. */
export async function auditFilterChoices({ actor }: AuditFilters, i18n: I18n) {
  const [people, tables] = await Promise.all([everybody(), auditedTablesQuery()])
  const isKnown = !actor || people.some(({ value }) => value === actor)
  const named = (kind: string, words: readonly string[]): Choice[] =>
    words.map((value) => ({ value, label: translated(i18n, kind, value) }))
  return {
    actors: isKnown ? people : [...people, { value: actor, label: actor }],
    entities: named('entity', [...tables, ...WITHOUT_TABLE]).sort((one, other) =>
      one.label.localeCompare(other.label, i18n.locale)
    ),
    actions: named('action', ACTIONS),
    sources: named('source', SOURCES),
  }
}

async function everybody(): Promise<Choice[]> {
  const groups = await Promise.all(
    shellEntries('actors').map(async ({ kind, all }) => {
      const members = await all()
      return members.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }))
    })
  )
  return groups.flat()
}
