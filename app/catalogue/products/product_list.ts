import type { Infer } from '@vinejs/vine/types'
import {
  type ProductFilter,
  VIEW_ABILITIES,
  VIEWS,
  type View,
} from '#app/catalogue/products/product_filter'
import type { productListValidator } from '#app/catalogue/products/product_list_validator'
import {
  countProducts,
  productRowsQuery,
  viewCounts,
} from '#app/catalogue/products/product_rows_query'
import { taxonomy } from '#app/catalogue/taxonomy'
import { marginOf } from '#app/catalogue/prices/margin'
import { preferencesQuery } from '#app/platform/lists/list_preferences'
import { savedViewsQuery } from '#app/platform/lists/saved_view'
import type StaffMember from '#app/staff/members/staff_member'

/** The name of this list, for views and preferences. */
export const PRODUCTS = 'products'

const LIMIT = 50

/** Columns that can be hidden, and those that are at first. */
export const COLUMNS = [
  'status',
  'category',
  'brand',
  'quality',
  'stock',
  'price',
  'margin',
  'updated',
]
const USUAL = ['status', 'category', 'brand', 'stock', 'price', 'margin', 'updated']

/** Everything the page of all products shows, for an address and the one who reads it. */
export async function productList(query: Infer<typeof productListValidator>, member: StaffMember) {
  const {
    sort = 'updated',
    order = sort === 'updated' ? 'desc' : 'asc',
    saved,
    cursor,
    ...filter
  } = query
  const [list, counts, total, views, preferences, { brands, categories }] = await Promise.all([
    productRowsQuery(filter, { sort, order, limit: LIMIT, cursor }),
    viewCounts(),
    countListed(filter),
    savedViewsQuery(PRODUCTS, member.actor),
    preferencesQuery(PRODUCTS, member.actor),
    taxonomy(),
  ])
  const view = views.find(({ id }) => id === saved)
  const chosen = view?.columns ?? preferences.columns ?? USUAL
  return {
    rows: list.rows.map((row) => ({ ...row, margin: marginOf(row.price, row.cost, row.taxRate) })),
    nextCursor: list.nextCursor,
    total,
    filter,
    sort,
    order,
    tabs: tabsFor(member).map((key) => ({ key, count: counts[key] })),
    views,
    savedView: view,
    columns: chosen.filter((column) => column !== 'margin' || member.may('costs:read')),
    allColumns: COLUMNS.filter((column) => column !== 'margin' || member.may('costs:read')),
    isCompact: preferences.isCompact,
    brands: [...brands.values()],
    categories: [...categories.values()].filter(({ parentId }) => parentId === null),
  }
}

function tabsFor(member: StaffMember): View[] {
  return (Object.keys(VIEWS) as View[]).filter((view) => {
    const ability = VIEW_ABILITIES[view]
    return !ability || member.may(ability)
  })
}

/** A view by itself is counted already. */
async function countListed({ view = 'all', ...further }: ProductFilter): Promise<number> {
  if (Object.values(further).some((value) => value !== undefined)) {
    return countProducts({ view, ...further })
  }
  const counts = await viewCounts()
  return counts[view]
}
