import { taxonomy } from '#app/catalogue/taxonomy'

/** Where the category that once had this address is now; undefined when nothing moved. */
export async function currentCategorySlug(slug: string): Promise<string | undefined> {
  const known = await taxonomy()
  const category = known.categoryAt(slug)
  return category?.slug === slug ? undefined : category?.slug
}
