import type { ImportRunState } from '#app/imports/runs/import_run_state'
import { sql } from '#app/platform/database/sql'
import { extendShell } from '#app/platform/shell/shell'

/** @param hasError of those that an error brought there; else those that people did, too */
const countOf =
  (states: ImportRunState[], hasError = false) =>
  async () => {
    const [{ count }] = await sql<{ count: number }>(
      `select count(*)::int as count from import_runs
     where state = any ($1) and (error is not null or not $2) and updated_at > now() - interval '14 days'`,
      [states, hasError]
    )
    return count
  }

extendShell({
  navigation: [
    {
      label: 'imports.nav',
      shortcut: 'i',
      href: '/admin/imports',
      icon: 'upload',
      ability: 'imports:read',
      group: 'catalogue',
    },
  ],
  actions: [
    { label: 'imports.verb', href: '/admin/imports/new', icon: 'upload', ability: 'imports:write' },
  ],
  todos: [
    {
      label: 'imports.todo_failed',
      ability: 'imports:read',
      icon: 'circle-alert',
      tone: 'bad',
      href: '/admin/imports?group=failed',
      count: countOf(['failed']),
    },
    {
      label: 'imports.todo_no_room',
      ability: 'imports:write',
      icon: 'circle-alert',
      tone: 'bad',
      href: '/admin/imports?group=waiting',
      // Nothing else stops a run before its end with an error.
      count: countOf(['paused', 'uploaded'], true),
    },
    {
      label: 'imports.todo_checked',
      ability: 'imports:write',
      icon: 'upload',
      tone: 'info',
      href: '/admin/imports?group=waiting',
      count: countOf(['checked']),
    },
  ],
  audited: [
    {
      entity: 'import_runs',
      page: { ability: 'imports:read', href: (id) => `/admin/imports/${id}` },
    },
  ],
})
