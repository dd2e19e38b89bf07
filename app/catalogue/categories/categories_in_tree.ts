import type { Taxonomy } from '#app/catalogue/taxonomy'

/** Categories as a tree reads, each with its whole path: `Freinage › Plaquettes de frein`. */
export function categoriesInTree(
  known: Taxonomy,
  parentId: number | null = null
): { slug: string; path: string }[] {
  return known.childrenOf(parentId).flatMap((category) => {
    const path = known
      .pathOf(category)
      .map(({ nameFr }) => nameFr)
      .join(' › ')
    return [{ slug: category.slug, path }, ...categoriesInTree(known, category.id)]
  })
}
