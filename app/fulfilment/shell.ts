import { queueCounts, type QueueCounts } from '#app/fulfilment/queues_query'
import { dinars } from '#app/money/dinars'
import { extendShell, type Todo } from '#app/platform/shell/shell'

const todo = (queue: keyof QueueCounts, look: Pick<Todo, 'ability' | 'icon' | 'tone'>): Todo => ({
  ...look,
  label: `shipments.todo_${queue}`,
  href: `/admin/shipments?queue=${queue}`,
  count: async () => {
    const counts = await countsAtOnce()
    return counts[queue]
  },
})

let asked: Promise<QueueCounts> | undefined

/** All to-dos are counted at the same moment: one statement serves them. */
function countsAtOnce(): Promise<QueueCounts> {
  asked ??= queueCounts().finally(() => (asked = undefined))
  return asked
}

extendShell({
  navigation: [
    {
      label: 'shipments.nav',
      shortcut: 'e',
      href: '/admin/shipments',
      icon: 'truck',
      ability: 'shipments:read',
      group: 'sales',
    },
    {
      label: 'remittances.nav',
      href: '/admin/remittances',
      icon: 'hand-coins',
      ability: 'remittances:read',
      group: 'sales',
    },
  ],
  tabs: [
    {
      entity: 'orders',
      label: 'shipments.tab',
      ability: 'shipments:read',
      href: (number) => `/admin/shipments/orders/${number}`,
    },
  ],
  todos: [
    todo('to_pick', { ability: 'shipments:write', icon: 'package', tone: 'info' }),
    todo('to_inspect', { ability: 'shipments:write', icon: 'package-x', tone: 'warn' }),
    todo('owed', { ability: 'shipments:write', icon: 'circle-alert', tone: 'bad' }),
  ],
  audited: [
    {
      entity: 'parcels',
      fields: { cash: { text: (value) => dinars(Number(value)) } },
    },
    {
      entity: 'remittances',
      page: { ability: 'remittances:read', href: (id) => `/admin/remittances/${id}` },
    },
  ],
})
