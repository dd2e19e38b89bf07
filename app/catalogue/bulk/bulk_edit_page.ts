import { bulkValue, KINDS } from '#app/catalogue/bulk/bulk_change'
import type BulkEdit from '#app/catalogue/bulk/bulk_edit'
import { bulkPreviewQuery } from '#app/catalogue/bulk/bulk_preview_query'
import { categoriesInTree } from '#app/catalogue/categories/categories_in_tree'
import { filterOfSearch } from '#app/catalogue/products/product_filter'
import { countProducts, productIdsQuery } from '#app/catalogue/products/product_rows_query'
import { taxonomy } from '#app/catalogue/taxonomy'

/** Products that are shown before and after. */
const SHOWN = 20

/** What the page of a change shows: before it has begun, what it would do with `value`; then how far it is. */
export async function bulkEditPage(edit: BulkEdit, value?: string) {
  const { kind } = edit.change
  if (edit.state !== 'preview') return { edit, ability: KINDS[kind].ability }
  const total = edit.productIds?.length ?? (await countProducts(await filterOfSearch(edit.filter!)))
  const categories = kind === 'category' ? categoriesInTree(await taxonomy()) : []
  if (value === undefined) return { edit, total, categories }
  const ids = await firstIds(edit)
  return {
    edit,
    total,
    categories,
    value,
    preview: await bulkPreviewQuery(kind, await bulkValue(kind, value), ids),
  }
}

async function firstIds({ productIds, filter }: BulkEdit): Promise<number[]> {
  if (productIds) return productIds.toSorted((a, b) => a - b).slice(0, SHOWN)
  const first = { sort: 'created', order: 'asc', limit: SHOWN } as const
  const { page } = await productIdsQuery(await filterOfSearch(filter!), first)
  return page.map(({ id }) => id)
}
