import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { AttributeKind } from '#app/catalogue/attributes/attribute'
import { slugify } from '#app/catalogue/products/product_slug'
import type { BrandData, Origin } from '#app/demo/brand'
import { ATTRIBUTES } from '#app/demo/data/attributes'
import { BRANDS } from '#app/demo/data/brands/all'
import { CATEGORY_TREE, type CategoryNode } from '#app/demo/data/category_tree'
import { PART_TYPES } from '#app/demo/data/part_types/all'
import { logoKey } from '#app/demo/pictures'
import { sql } from '#app/platform/database/sql'

type CategoryRow = {
  slug: string
  parent: string | null
  nameFr: string
  nameAr: string
  position: number
  depth: number
}

/** What the products refer to, by slug or code. */
export type ShopFrame = {
  brands: Map<string, number>
  categories: Map<string, number>
  attributes: Map<string, { id: number; kind: AttributeKind }>
  locations: Map<string, number>
}

/** Writes brands, categories and attributes; what is there under the same slug stays as it is. */
export async function writeShopFrame(trx: TransactionClientContract): Promise<ShopFrame> {
  await writeBrands(trx)
  await writeCategories(trx)
  await writeAttributes(trx)
  return readShopFrame(trx)
}

/** The tree as rows, parents first; a slug is the whole path. */
export function categoryRows(
  nodes: CategoryNode[] = CATEGORY_TREE,
  parent: string | null = null,
  depth = 0
): CategoryRow[] {
  return nodes.flatMap(([nameFr, nameAr, children = []], position) => {
    const slug = [parent, slugify(nameFr)].filter(Boolean).join('/')
    return [
      { slug, parent, nameFr, nameAr, position, depth },
      ...categoryRows(children, slug, depth + 1),
    ]
  })
}

async function writeBrands(trx: TransactionClientContract) {
  const rows = BRANDS.map((brand) => ({
    slug: brand.slug,
    name: brand.name,
    description_fr: `${brand.name}, marque ${brand.origin} : ${departmentsOf(brand, 'fr')}.`,
    description_ar: `${brand.name}، علامة ${ORIGINS[brand.origin]}: ${departmentsOf(brand, 'ar')}.`,
    logo_path: logoKey(brand),
  }))
  await sql(
    `insert into brands (slug, name, description_fr, description_ar, logo_path)
     select slug, name, description_fr, description_ar, logo_path
     from jsonb_to_recordset($1) as b
       (slug text, name text, description_fr text, description_ar text, logo_path text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
    trx
  )
}

async function writeCategories(trx: TransactionClientContract) {
  const rows = categoryRows()
  for (let depth = 0; rows.some((row) => row.depth === depth); depth++) {
    await sql(
      `insert into categories (slug, parent_id, name_fr, name_ar, position, depth)
       select c.slug, p.id, c."nameFr", c."nameAr", c.position, c.depth
       from jsonb_to_recordset($1) as c
         (slug text, parent text, "nameFr" text, "nameAr" text, position int, depth smallint)
       left join categories p on p.slug = c.parent
       order by c.position
       on conflict do nothing`,
      [JSON.stringify(rows.filter((row) => row.depth === depth))],
      trx
    )
  }
}

async function writeAttributes(trx: TransactionClientContract) {
  await sql(
    `insert into attributes (code, kind, unit, name_fr, name_ar, is_facet, choices)
     select code, kind, unit, fr, ar, facet, choices
     from jsonb_to_recordset($1) as a
       (code text, kind text, unit text, fr text, ar text, facet boolean, choices jsonb)
     on conflict do nothing`,
    [JSON.stringify(ATTRIBUTES)],
    trx
  )
  await sql(
    `insert into category_attributes (category_id, attribute_id)
     select c.id, a.id from jsonb_to_recordset($1) as s (category text, code text)
     join categories c on c.slug = s.category join attributes a on a.code = s.code
     on conflict do nothing`,
    [JSON.stringify(sheets())],
    trx
  )
}

/** Which attributes the sheets of each category ask for. */
const sheets = () =>
  PART_TYPES.flatMap(({ category, attributes, sizes = [] }) => {
    const said = [attributes, ...sizes.map((size) => size.attributes ?? {})]
    return said.flatMap(Object.keys).map((code) => ({ category, code }))
  })

async function readShopFrame(trx: TransactionClientContract): Promise<ShopFrame> {
  const ids = async (text: string) => {
    const rows = await sql<{ key: string; id: number }>(text, [], trx)
    return new Map(rows.map(({ key, id }) => [key, id]))
  }
  const attributes = await sql<{ code: string; id: number; kind: AttributeKind }>(
    'select code, id, kind from attributes',
    [],
    trx
  )
  return {
    brands: await ids('select slug as key, id from brands'),
    categories: await ids('select slug as key, id from categories'),
    locations: await ids('select code as key, id from locations'),
    attributes: new Map(attributes.map(({ code, id, kind }) => [code, { id, kind }])),
  }
}

/** `freinage, suspension & direction`: the departments a brand delivers to. */
function departmentsOf(brand: BrandData, language: 'fr' | 'ar'): string {
  if (brand.tier === 'genuine') {
    return language === 'fr' ? "pièces d'origine constructeur" : 'قطع أصلية من المصنّع'
  }
  const shelves = PART_TYPES.filter(({ code }) => code in brand.makes)
  const slugs = new Set(shelves.map(({ category }) => category.split('/')[0]))
  return CATEGORY_TREE.filter(([fr]) => slugs.has(slugify(fr)))
    .map(([fr, ar]) => (language === 'fr' ? fr.toLowerCase() : ar))
    .join(language === 'fr' ? ', ' : '، ')
}

const ORIGINS: Record<Origin, string> = {
  allemande: 'ألمانية',
  française: 'فرنسية',
  italienne: 'إيطالية',
  espagnole: 'إسبانية',
  britannique: 'بريطانية',
  belge: 'بلجيكية',
  suédoise: 'سويدية',
  danoise: 'دنماركية',
  néerlandaise: 'هولندية',
  polonaise: 'بولندية',
  américaine: 'أمريكية',
  japonaise: 'يابانية',
  coréenne: 'كورية',
  taïwanaise: 'تايوانية',
  tunisienne: 'تونسية',
}
