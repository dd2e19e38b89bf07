import { taxonomy } from '#app/catalogue/taxonomy'
import { sql } from '#app/platform/database/sql'

/** Where the category that once had this address is now; undefined when nothing moved. */
export async function currentCategorySlug(slug: string): Promise<string | undefined> {
  const { categoryBySlug } = await taxonomy()
  if (categoryBySlug.has(slug)) return undefined
  const [row] = await sql<{ slug: string }>(
    `select c.slug from category_slugs s join categories c on c.id = s.category_id where s.slug = $1`,
    [slug]
  )
  return row?.slug
}
