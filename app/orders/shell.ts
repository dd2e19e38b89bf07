import { extendShell } from '#app/platform/shell/shell'
import { orderPalette } from '#app/orders/desk/order_palette'
import { countOrders, ordersQuery, waitingOrders } from '#app/orders/desk/orders_query'
import { ageOf } from '#app/orders/desk/age_of'

const RECENT = 6
/** Whoever orders in the evening is called the next day. */
const PATIENCE_HOURS = 24

extendShell({
  navigation: [
    {
      label: 'orders.nav',
      shortcut: 'o',
      href: '/admin/orders',
      icon: 'receipt-text',
      ability: 'orders:read',
      group: 'sales',
    },
  ],
  palette: [{ label: 'orders.title', ability: 'orders:read', search: orderPalette }],
  tabs: [
    {
      entity: 'customers',
      label: 'orders.title',
      ability: 'orders:read',
      href: (id) => `/admin/customers/${id}/orders`,
    },
  ],
  todos: [
    {
      label: 'orders.todo_placed',
      ability: 'orders:write',
      icon: 'phone-call',
      tone: 'warn',
      href: '/admin/orders?state=placed',
      count: async () => {
        const { placed } = await waitingOrders()
        return placed.count
      },
    },
  ],
  stats: [{ key: 'orders', ability: 'orders:read', count: countOrders }],
  health: [{ label: 'orders.health', check: deskHealth }],
  dashboard: [
    {
      key: 'orders',
      ability: 'orders:read',
      view: 'admin/orders/card',
      load: async () => {
        const { page } = await ordersQuery({}, RECENT)
        return { orders: page, ageOf }
      },
    },
  ],
})

async function deskHealth() {
  const { placed } = await waitingOrders()
  const hours = placed.since ? (Date.now() - placed.since.getTime()) / 3_600_000 : 0
  return {
    state: hours > PATIENCE_HOURS ? ('warn' as const) : ('ok' as const),
    data: { count: placed.count, hours: Math.floor(hours) },
  }
}
