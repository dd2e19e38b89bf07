import { platformHealth } from '#app/platform/observability/health_lines'
import { queuesQuery } from '#app/platform/jobs/queues_query'
import { extendShell } from '#app/platform/shell/shell'
import { sql } from '#app/platform/database/sql'
import { staffNames } from '#app/staff/members/staff_names'

extendShell({
  // From what is done every day to what is set up once.
  groups: ['daily', 'catalogue', 'sales', 'steering', 'settings'],
  navigation: [
    {
      label: 'dashboard.nav',
      shortcut: 't',
      href: '/admin',
      icon: 'layout-dashboard',
      ability: 'dashboard:read',
      group: 'daily',
    },
    {
      label: 'audit.nav',
      href: '/admin/audit',
      icon: 'history',
      ability: 'audit:read',
      group: 'steering',
    },
    {
      label: 'system.jobs_nav',
      href: '/admin/jobs',
      icon: 'list-checks',
      ability: 'jobs:read',
      group: 'settings',
    },
    {
      label: 'system.schedule_nav',
      href: '/admin/schedule',
      icon: 'calendar-clock',
      ability: 'jobs:read',
      group: 'settings',
    },
    {
      label: 'system.mails_nav',
      href: '/admin/mails',
      icon: 'mail',
      ability: 'mails:read',
      group: 'settings',
    },
    {
      label: 'system.health_nav',
      href: '/admin/health',
      icon: 'heart-pulse',
      ability: 'health:read',
      group: 'settings',
    },
    {
      label: 'system.settings_nav',
      href: '/admin/settings',
      icon: 'settings',
      ability: 'settings:write',
      group: 'settings',
    },
  ],
  stats: [{ key: 'imports', ability: 'dashboard:read', count: countImports }],
  todos: [
    {
      label: 'system.todo_failed_jobs',
      ability: 'jobs:read',
      icon: 'circle-x',
      tone: 'bad',
      href: '/admin/jobs',
      count: countFailedJobs,
    },
  ],
  health: platformHealth,
  actors: [staffNames],
  audited: [
    { entity: 'jobs', page: { ability: 'jobs:read', href: () => '/admin/jobs' } },
    { entity: 'tasks', page: { ability: 'jobs:read', href: () => '/admin/schedule' } },
  ],
})

async function countImports(): Promise<number> {
  const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from import_runs')
  return n
}

async function countFailedJobs(): Promise<number> {
  const queues = await queuesQuery()
  return queues.reduce((sum, { failed }) => sum + failed, 0)
}
