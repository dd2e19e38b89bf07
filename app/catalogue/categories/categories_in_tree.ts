import type { CategoryEntry, Taxonomy } from '#app/catalogue/taxonomy'

/** A category under its whole path: `Freinage › Plaquettes de frein`. */
type CategoryInTree = { slug: string; nameFr: string; nameAr: string }

/** Categories as a tree reads, each with its whole path. */
export function categoriesInTree(
  known: Taxonomy,
  parentId: number | null = null
): CategoryInTree[] {
  return known
    .childrenOf(parentId)
    .flatMap((category) => [
      { slug: category.slug, ...pathIn(known.pathOf(category)) },
      ...categoriesInTree(known, category.id),
    ])
}

const pathIn = (path: CategoryEntry[]) => ({
  nameFr: path.map(({ nameFr }) => nameFr).join(' › '),
  nameAr: path.map(({ nameFr, nameAr }) => nameAr ?? nameFr).join(' › '),
})
