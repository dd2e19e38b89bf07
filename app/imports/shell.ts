import { sql } from '#app/platform/database/sql'
import { extendShell } from '#app/platform/shell/shell'

const countOf = (state: string) => async () => {
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from import_runs
     where state = $1 and updated_at > now() - interval '14 days'`,
    [state]
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
  todos: [
    {
      label: 'imports.todo_failed',
      ability: 'imports:read',
      icon: 'circle-alert',
      tone: 'bad',
      href: '/admin/imports?group=failed',
      count: countOf('failed'),
    },
    {
      label: 'imports.todo_checked',
      ability: 'imports:write',
      icon: 'upload',
      tone: 'info',
      href: '/admin/imports?group=waiting',
      count: countOf('checked'),
    },
  ],
})
