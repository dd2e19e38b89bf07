import { taxonomy } from '#app/catalogue/taxonomy'
import { invalid } from '#app/platform/http/invalid'
import { customerGroupsQuery } from '#app/pricing/customer_groups_query'

/** What prices and promotions are about, and for whom, by the names that the outside knows. */
type Subjects = {
  brand?: string | null
  category?: string | null
  group?: string | null
}

/** The same by the ids of rows. Throws a 422 for what there is not, and for a brand with a category. */
export async function subjectsOf({ brand, category, group }: Subjects) {
  if (brand && category) throw invalid('category', 'one_subject', 'Name a brand or a category')
  const { brandBySlug, categoryBySlug } = await taxonomy()
  const groups = group ? await customerGroupsQuery() : []
  return {
    brandId: brand ? idOf('brand', brandBySlug.get(brand)) : null,
    categoryId: category ? idOf('category', categoryBySlug.get(category)) : null,
    groupId: group
      ? idOf(
          'group',
          groups.find(({ code }) => code === group)
        )
      : null,
  }
}

function idOf(field: string, found?: { id: number }): number {
  if (found) return found.id
  throw invalid(field, 'exists', `There is no such ${field}`)
}
