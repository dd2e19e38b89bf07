import { extendShell } from '#app/platform/shell/shell'
import { leadPalette } from '#app/prospector/leads/lead_palette'
import { countLeads } from '#app/prospector/leads/lead_query'
import { countDueTasks, countSuspicions, countToCall } from '#app/prospector/leads/work_queries'

extendShell({
  navigation: [
    {
      ...{ label: 'leads.nav', shortcut: 'l', href: '/admin/leads', icon: 'target' },
      ...{ ability: 'leads:read', group: 'sales' },
    },
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
  audited: [
    {
      entity: 'leads',
      page: { ability: 'leads:read', href: (id) => `/admin/leads/${id}` },
    },
  ],
})
