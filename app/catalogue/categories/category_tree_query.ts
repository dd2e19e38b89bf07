import { taxonomy, type CategoryEntry, type Taxonomy } from '#app/catalogue/taxonomy'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { sql } from '#app/platform/database/sql'

/** A category with its products counted, its own and those below it. */
export type CategoryNode = {
  slug: string
  name: string
  count: number
  children: CategoryNode[]
}

/** The whole tree, counted in one pass over what is published. */
export async function categoryTreeQuery(locale: Locale): Promise<CategoryNode[]> {
  const known = await taxonomy()
  const counts = await countsByCategory()
  return known.childrenOf(null).map((category) => categoryNode(category, known, counts, locale))
}

/** One category with its children, counted. */
export function categoryNode(
  category: CategoryEntry,
  known: Taxonomy,
  counts: Map<number, number>,
  locale: Locale
): CategoryNode {
  return {
    slug: category.slug,
    name: inLocale(locale, category.nameFr, category.nameAr),
    count: category.descendantIds.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
    children: known
      .childrenOf(category.id)
      .map((child) => categoryNode(child, known, counts, locale)),
  }
}

/** Published products by the category they are directly in. */
export async function countsByCategory(): Promise<Map<number, number>> {
  const rows = await sql<{ id: number; count: number }>(
    `select category_id as id, count(*)::int as count from products
     where status = 'active' and deleted_at is null and category_id is not null group by 1`
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}
