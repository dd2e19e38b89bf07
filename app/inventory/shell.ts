import { extendShell } from '#app/platform/shell/shell'
import { countBackorders } from '#app/inventory/stock_levels_query'

extendShell({
  navigation: [
    {
      label: 'stock.nav',
      shortcut: 's',
      href: '/admin/stock',
      icon: 'boxes',
      ability: 'stock:read',
      group: 'sales',
    },
  ],
  todos: [
    {
      label: 'stock.todo_backorders',
      ability: 'stock:write',
      icon: 'package-x',
      tone: 'warn',
      href: '/admin/stock?group=backordered',
      count: countBackorders,
    },
  ],
  tabs: [
    {
      entity: 'products',
      label: 'stock.tab',
      ability: 'stock:read',
      href: (id) => `/admin/stock/${id}`,
    },
  ],
})
