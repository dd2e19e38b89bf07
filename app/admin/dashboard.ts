import type { I18n } from '@adonisjs/i18n'
import { auditLogQuery } from '#app/platform/audit/audit_log_query'
import { readableEntries } from '#app/platform/audit/readable_entries'
import type { Locale } from '#app/platform/http/locale'
import { type Queue, queuesQuery } from '#app/platform/jobs/queues_query'
import { type Figure, shellEntries } from '#app/platform/shell/shell'
import { openTodos } from '#app/admin/todos'
import type { Ability } from '#app/staff/abilities'
import type StaffMember from '#app/staff/members/staff_member'

const RECENT = 6

/** The first page of the back office: what the features have to show to this person. */
export async function dashboard(member: StaffMember, i18n: I18n) {
  const may = (ability: string) => member.may(ability as Ability)
  const allowed = <Entry extends { ability: string }>(entries: Entry[]) =>
    entries.filter(({ ability }) => may(ability))
  const locale = i18n.locale as Locale

  const [figures, cards, todos, running, activity] = await Promise.all([
    Promise.all(allowed(shellEntries('figures')).map((source) => source.load())),
    Promise.all(
      allowed(shellEntries('dashboard')).map(async ({ key, view, load }) => ({
        ...{ key, view },
        data: await load(locale, may),
      }))
    ),
    openTodos(may),
    may('jobs:read') ? runningQueues() : undefined,
    may('audit:read') ? recentActivity(may, i18n) : undefined,
  ])
  return {
    figures: figures.flat().map((figure) => reachable(figure, may)),
    cards,
    todos,
    running,
    activity,
  }
}

/** A figure whose rows somebody may not see leads nowhere. */
const reachable = (figure: Figure, may: (ability: string) => boolean): Figure =>
  may(figure.hrefAbility ?? 'dashboard:read') ? figure : { ...figure, href: undefined }

/** What works now, or will in a moment. */
async function runningQueues(): Promise<Queue[]> {
  const queues = await queuesQuery()
  return queues.filter(({ active, waiting }) => active + waiting > 0)
}

async function recentActivity(may: (ability: string) => boolean, i18n: I18n) {
  const { page } = await auditLogQuery({}, RECENT)
  return readableEntries(page, { i18n, may })
}
