import { dinars } from '#app/money/dinars'
import { extendShell } from '#app/platform/shell/shell'
import { isHandedOver } from '#app/quotes/counter_sale_query'
import { quotePalette } from '#app/quotes/quote_palette'
import { countOpenQuotes } from '#app/quotes/quotes_query'

extendShell({
  navigation: [
    {
      label: 'quotes.nav',
      shortcut: 'v',
      href: '/admin/quotes',
      icon: 'file-clock',
      ability: 'orders:read',
      group: 'sales',
    },
  ],
  actions: [
    { label: 'quotes.new', href: '/admin/quotes/new', icon: 'file-plus', ability: 'orders:write' },
    {
      label: 'quotes.at_counter',
      href: '/admin/quotes/new',
      icon: 'store',
      ability: 'orders:write',
    },
  ],
  palette: [{ label: 'quotes.title', ability: 'orders:read', search: quotePalette }],
  panels: [
    {
      entity: 'orders',
      ability: 'orders:read',
      view: 'admin/quotes/receipt_panel',
      load: async (orderId) => ({ isHandedOver: await isHandedOver(orderId) }),
    },
  ],
  todos: [
    {
      label: 'quotes.todo_open',
      ability: 'orders:write',
      icon: 'file-clock',
      tone: 'info',
      href: '/admin/quotes?state=open',
      count: countOpenQuotes,
    },
  ],
  audited: [
    {
      entity: 'quotes',
      page: { ability: 'orders:read', href: (_id, number) => `/admin/quotes/${number}` },
      fields: {
        total: { text: (value) => dinars(Number(value)) },
        state: { words: 'quotes.state' },
      },
    },
  ],
})
