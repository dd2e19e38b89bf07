import {
  categoryNode,
  countsByCategory,
  type CategoryNode,
} from '#app/catalogue/categories/category_tree_query'
import { taxonomy } from '#app/catalogue/taxonomy'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { sql } from '#app/platform/database/sql'

type Descriptions = { descriptionFr: string | null; descriptionAr: string | null }

type CategoryDetail = CategoryNode & {
  description: string | null
  breadcrumbs: { slug: string; name: string }[]
}

/** The category at this address with its children, path and counts, or undefined. */
export async function categoryQuery(
  slug: string,
  locale: Locale
): Promise<CategoryDetail | undefined> {
  const known = await taxonomy()
  const category = known.categoryBySlug.get(slug)
  if (!category) return undefined
  const [text] = await sql<Descriptions>(
    `select description_fr as "descriptionFr", description_ar as "descriptionAr"
     from categories where id = $1`,
    [category.id]
  )
  return {
    ...categoryNode(category, known, await countsByCategory(), locale),
    description: text ? inLocale(locale, text.descriptionFr, text.descriptionAr) : null,
    breadcrumbs: known
      .pathOf(category)
      .map((entry) => ({ slug: entry.slug, name: inLocale(locale, entry.nameFr, entry.nameAr) })),
  }
}
