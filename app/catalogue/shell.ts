import { numbersInLog } from '#app/catalogue/products/numbers_in_log'
import { choicesText, sheetText } from '#app/catalogue/attributes/audited_texts'
import { nameBrands, nameCategories, nameProducts } from '#app/catalogue/catalogue_names_query'
import { catalogueSizeQuery, recentPriceChangesQuery } from '#app/catalogue/catalogue_figures_query'
import { dinars } from '#app/money/dinars'
import { extendShell } from '#app/platform/shell/shell'
import { countPriceAlarms } from '#app/catalogue/prices/price_alarms_query'
import { viewCounts } from '#app/catalogue/products/product_rows_query'
import { productEntries } from '#app/catalogue/products/product_palette'

const RECENT_PRICES = 6

/** Money is kept in millimes. */
const amount = { text: (value: unknown) => dinars(Number(value)) }

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
      label: 'attributes.nav',
      href: '/admin/attributes',
      icon: 'ruler',
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
  actions: [
    {
      label: 'products.add',
      href: '/admin/products/new',
      icon: 'package-plus',
      ability: 'products:write',
    },
    {
      label: 'categories.add',
      href: '/admin/categories/new',
      icon: 'folder-tree',
      ability: 'categories:write',
    },
    {
      label: 'brands.add',
      href: '/admin/brands/new',
      icon: 'badge-check',
      ability: 'brands:write',
    },
    {
      label: 'attributes.add',
      href: '/admin/attributes/new',
      icon: 'ruler',
      ability: 'attributes:write',
    },
  ],
  todos: [
    {
      label: 'dashboard.todo_below_cost',
      ability: 'costs:read',
      icon: 'trending-down',
      tone: 'bad',
      href: '/admin/products?view=below-cost',
      count: async () => {
        const counts = await viewCounts()
        return counts['below-cost']
      },
    },
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
    { ...product('/history'), label: 'products.tab_history', ability: 'products:read' },
  ],
  dashboard: [
    {
      key: 'price_changes',
      ability: 'products:read',
      view: 'admin/dashboard/price_changes',
      load: async () => ({ changes: await recentPriceChangesQuery(RECENT_PRICES) }),
    },
  ],
  stats: (['products', 'categories', 'brands'] as const).map((key) => ({
    key,
    ability: 'dashboard:read',
    count: () => catalogueSizeQuery(key),
  })),
  audited: [
    {
      entity: 'products',
      page: { ability: 'products:read', href: (id) => `/admin/products/${id}` },
      fields: {
        price: amount,
        compare_at_price: amount,
        core_charge: amount,
        cost: { ...amount, ability: 'costs:read' },
        brand_id: { names: nameBrands },
        category_id: { names: nameCategories },
        superseded_by_id: { names: nameProducts },
        partNumbers: { text: numbersInLog },
        tax_rate: { text: (value) => `${String(value)} %` },
        attributes: { text: sheetText },
      },
    },
    {
      entity: 'attributes',
      page: { ability: 'products:read', href: (id) => `/admin/attributes/${id}` },
      fields: { choices: { text: choicesText } },
    },
    {
      entity: 'brands',
      page: { ability: 'products:read', href: (id) => `/admin/brands/${id}` },
    },
    {
      entity: 'categories',
      page: { ability: 'products:read', href: (id) => `/admin/categories/${id}` },
      fields: { parent_id: { names: nameCategories } },
    },
    {
      entity: 'bulk_edits',
      page: { ability: 'products:write', href: (id) => `/admin/bulk-edits/${id}` },
      fields: { state: { words: 'bulk.state' } },
    },
  ],
})
