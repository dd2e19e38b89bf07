import { nameBrands, nameCategories, nameProducts } from '#app/catalogue/catalogue_names_query'
import {
  catalogueSizeQuery,
  countBelowCost,
  recentPriceChangesQuery,
} from '#app/catalogue/catalogue_figures_query'
import { dinars } from '#app/money/dinars'
import { extendShell } from '#app/platform/shell/shell'

const RECENT_PRICES = 6

/** Money is kept in millimes. */
const amount = { text: (value: unknown) => dinars(Number(value)) }

extendShell({
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
  todos: [
    {
      label: 'dashboard.todo_below_cost',
      ability: 'costs:read',
      icon: 'trending-down',
      tone: 'bad',
      href: '/admin/products?view=below-cost',
      count: countBelowCost,
    },
  ],
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
        tax_rate: { text: (value) => `${String(value)} %` },
      },
    },
    { entity: 'categories', fields: { parent_id: { names: nameCategories } } },
  ],
})
