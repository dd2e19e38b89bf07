import { extendShell } from '#app/platform/shell/shell'
import { leadSections } from '#app/prospector/report/lead_sections'
import { weekOfLeadsSection } from '#app/prospector/report/week_of_leads_section'
import { leadPalette } from '#app/prospector/leads/lead_palette'
import { countLeads, countToCall } from '#app/prospector/leads/lead_query'
import { countSuspicions } from '#app/prospector/leads/suspicions_query'
import { countDueTasks } from '#app/prospector/leads/tasks_query'

extendShell({
  navigation: [
    {
      ...{ label: 'leads.nav', shortcut: 'l', href: '/admin/leads', icon: 'target' },
      ...{ ability: 'leads:read', group: 'sales' },
    },
    {
      ...{
        label: 'leads.report_nav',
        href: '/admin/reports/prospector',
        icon: 'chart-no-axes-column',
      },
      ...{ ability: 'leads:read', group: 'steering' },
    },
  ],
  actions: [
    { label: 'leads.add', href: '/admin/leads/new', icon: 'target', ability: 'leads:write' },
  ],
  palette: [{ label: 'leads.title', ability: 'leads:read', search: leadPalette }],
  stats: [{ key: 'leads', ability: 'leads:read', count: countLeads }],
  todos: [
    {
      ...{ label: 'leads.todo_tasks', ability: 'leads:write', icon: 'calendar-clock' },
      ...{ tone: 'warn', href: '/admin/leads/route', count: countDueTasks },
    },
    {
      ...{ label: 'leads.todo_calls', ability: 'leads:write', icon: 'phone' },
      ...{ tone: 'info', href: '/admin/leads?status=to_call', count: countToCall },
    },
    {
      ...{ label: 'leads.todo_duplicates', ability: 'leads:write', icon: 'copy' },
      ...{ tone: 'info', href: '/admin/leads/duplicates', count: countSuspicions },
    },
  ],
  report: [...leadSections, weekOfLeadsSection],
  audited: [
    {
      entity: 'leads',
      page: { ability: 'leads:read', href: (id) => `/admin/leads/${id}` },
      fields: { band: { words: 'leads.band' } },
    },
  ],
})
