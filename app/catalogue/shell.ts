import { countPriceAlarms } from '#app/catalogue/price_alarms_query'
import { productEntries } from '#app/catalogue/product_palette'
import { extendShell } from '#app/platform/shell/shell'

const product = (page = '') => ({
  entity: 'products',
  href: (id: string | number) => `/admin/products/${id}${page}`,
})

extendShell({
  navigation: [
    {
      label: 'products.nav',
      shortcut: 'p',
      href: '/admin/products',
      icon: 'package',
      ability: 'products:read',
      group: 'catalogue',
    },
    {
      label: 'categories.nav',
      href: '/admin/categories',
      icon: 'folder-tree',
      ability: 'products:read',
      group: 'catalogue',
    },
    {
      label: 'brands.nav',
      href: '/admin/brands',
      icon: 'badge-check',
      ability: 'products:read',
      group: 'catalogue',
    },
    {
      label: 'price_alarms.nav',
      href: '/admin/price-alarms',
      icon: 'trending-up',
      ability: 'products:read',
      group: 'catalogue',
    },
    {
      label: 'bulk.nav',
      href: '/admin/bulk-edits',
      icon: 'list-checks',
      ability: 'products:write',
      group: 'catalogue',
    },
  ],
  todos: [
    {
      label: 'price_alarms.todo',
      ability: 'prices:write',
      icon: 'trending-up',
      tone: 'warn',
      href: '/admin/price-alarms',
      count: countPriceAlarms,
    },
  ],
  palette: [{ label: 'products.title', ability: 'products:read', search: productEntries }],
  tabs: [
    { ...product(), label: 'products.tab_sheet', ability: 'products:read' },
    { ...product('/price-history'), label: 'products.tab_prices', ability: 'products:read' },
  ],
})
