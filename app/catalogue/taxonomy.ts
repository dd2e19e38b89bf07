import type { AttributeKind, Choice } from '#app/catalogue/attributes/attribute'
import { loadedUntilChange } from '#app/platform/cache/until_change'
import { sql } from '#app/platform/database/sql'

type BrandEntry = { id: number; slug: string; name: string }

export type CategoryEntry = {
  id: number
  parentId: number | null
  slug: string
  nameFr: string
  nameAr: string | null
  descendantIds: number[]
}

/** An address that a category had before it was moved or renamed. */
type FormerSlug = { slug: string; categoryId: number }

export type AttributeEntry = {
  id: number
  code: string
  kind: AttributeKind
  unit: string | null
  nameFr: string
  nameAr: string | null
  nameEn: string | null
  isFacet: boolean
  choices: Choice[]
  /** Categories whose sheets ask for it; those below them do so, too. */
  categoryIds: number[]
}

/**
 * The small tables that every list and facet refers to, held in memory:
 * brands, the category tree and the attributes.
 */
export class Taxonomy {
  readonly brands: Map<number, BrandEntry>
  readonly brandBySlug: Map<string, BrandEntry>
  readonly categories: Map<number, CategoryEntry>
  readonly categoryBySlug: Map<string, CategoryEntry>
  readonly attributes: Map<number, AttributeEntry>
  /** Those to filter by. */
  readonly facetAttributes: Map<number, AttributeEntry>

  readonly #formerSlugs: Map<string, number>

  constructor(
    brands: BrandEntry[],
    categories: CategoryEntry[],
    formerSlugs: FormerSlug[],
    attributes: AttributeEntry[],
    /** Whether a product is sold that stands in no category. */
    readonly hasUnshelved: boolean
  ) {
    this.brands = new Map(brands.map((brand) => [brand.id, brand]))
    this.brandBySlug = new Map(brands.map((brand) => [brand.slug, brand]))
    this.categories = new Map(categories.map((category) => [category.id, category]))
    this.categoryBySlug = new Map(categories.map((category) => [category.slug, category]))
    this.#formerSlugs = new Map(formerSlugs.map(({ slug, categoryId }) => [slug, categoryId]))
    this.attributes = new Map(attributes.map((attribute) => [attribute.id, attribute]))
    this.facetAttributes = new Map([...this.attributes].filter(([, { isFacet }]) => isFacet))
  }

  /** The category that has this address, or had it once: links outlive moves. */
  categoryAt(slug: string): CategoryEntry | undefined {
    return this.categoryBySlug.get(slug) ?? this.categories.get(this.#formerSlugs.get(slug) ?? 0)
  }

  childrenOf(parentId: number | null): CategoryEntry[] {
    return [...this.categories.values()].filter((category) => category.parentId === parentId)
  }

  /** The category and what it stands under, root first. */
  pathOf(category: CategoryEntry): CategoryEntry[] {
    const parent = category.parentId === null ? undefined : this.categories.get(category.parentId)
    return parent ? [...this.pathOf(parent), category] : [category]
  }
}

/** The taxonomy as of the newest change of the catalogue. */
export const taxonomy = loadedUntilChange(['catalogue'], load)

async function load(): Promise<Taxonomy> {
  const [brands, categories, formerSlugs, attributes, [{ hasUnshelved }]] = await Promise.all([
    sql<BrandEntry>('select id, slug, name from brands order by name, id'),
    sql<Omit<CategoryEntry, 'descendantIds'>>(
      `select id, parent_id as "parentId", slug, name_fr as "nameFr", name_ar as "nameAr"
       from categories order by depth, position, id`
    ),
    sql<FormerSlug>('select slug, category_id as "categoryId" from category_slugs'),
    sql<AttributeEntry>(
      `select id, code, kind, unit, name_fr as "nameFr", name_ar as "nameAr", name_en as "nameEn",
         is_facet as "isFacet", choices,
         array(select category_id from category_attributes c where c.attribute_id = a.id) as "categoryIds"
       from attributes a order by id`
    ),
    sql<{ hasUnshelved: boolean }>(
      'select exists (select from product_listings where category_id is null) as "hasUnshelved"'
    ),
  ])
  return new Taxonomy(brands, withDescendants(categories), formerSlugs, attributes, hasUnshelved)
}

function withDescendants(rows: Omit<CategoryEntry, 'descendantIds'>[]): CategoryEntry[] {
  const entries = rows.map((row) => ({ ...row, descendantIds: [row.id] }))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const entry of entries) {
    for (let up = byId.get(entry.parentId ?? 0); up; up = byId.get(up.parentId ?? 0)) {
      up.descendantIds.push(entry.id)
    }
  }
  return entries
}
