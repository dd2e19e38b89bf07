import { UNDOABLE_CATALOGUE } from '#app/catalogue/undoable_catalogue'
import { emitBrandsRenamed } from '#app/catalogue/brands/brands_renamed'
import type { Fields } from '#app/imports/files/fields'
import { type ImportTarget, RowRejected } from '#app/imports/import_target'
import { expectOwnList } from '#app/imports/files/expect_own_list'
import { brandSlug } from '#app/imports/products/identity'
import { limitedText, plainText } from '#app/imports/files/values'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'
import type { ColumnRule } from '#app/platform/tabular/mapping'
import { notAList } from '#app/imports/files/not_a_list'

const RULES: ColumnRule[] = [
  {
    column: 'name',
    headers: [
      'nom',
      'brand',
      'marque',
      'manufacturer',
      'fabricant',
      'brand name',
      'الماركة',
      'العلامة',
    ],
  },
  { column: 'description', headers: ['description fr', 'descriptif'] },
  { column: 'short_description', headers: ['short description'] },
  { column: 'description_ar', headers: ['description arabe'] },
  { column: 'website', headers: ['site', 'site web', 'url', 'web'] },
  { column: 'logo', headers: ['image url', 'logo url', 'image', 'logo path'] },
]

/** Makers of parts, told apart by the address that their name gives. */
const brandsTarget: ImportTarget = {
  entity: 'brands',
  undoable: UNDOABLE_CATALOGUE,

  columns: {
    slug: 'text',
    name: 'text',
    description: 'text',
    description_ar: 'text',
    website: 'text',
    logo: 'text',
  },

  read(headers, mapped) {
    if (!mapped) expectOwnList(headers, 'brands')
    return { name: 'brands', rules: RULES, numbers: [], stage: stageBrand }
  },

  expectColumns(columns, headers) {
    if (columns.has('name')) return
    throw notAList('brands', headers, 'a name')
  },

  async settle(staging, session) {
    await session.query(
      `update ${staging} s set reason = 'name: «' || s.name || '» is already on line ' || f.line
       from (select distinct on (slug) slug, seq, line from ${staging} where reason is null order by slug, seq) f
       where f.slug = s.slug and s.seq > f.seq`
    )
    return []
  },

  async apply({ trx }) {
    const changes = await sql<WrittenBrand>(UPSERT_BRANDS, [], trx)
    const renamed = changes.filter(({ isRenamed }) => isRenamed)
    await emitBrandsRenamed(
      renamed.map(({ id }) => id),
      trx
    )
    if (changes.length) await bumpEpochs(['catalogue'], trx)
    const created = changes.filter(({ isNew }) => isNew).length
    return { created, updated: changes.length - created }
  },
}

export default brandsTarget

function stageBrand(fields: Fields) {
  const name = fields.text('name')
  if (!name) throw new RowRejected('name: a brand needs one')
  const description = fields.text('description') ?? fields.text('short_description')
  return {
    slug: brandSlug(name),
    name: limitedText('name', name, 200),
    description: description && limitedText('description', plainText(description), 20_000),
    description_ar: fields.text('description_ar'),
    website: fields.text('website'),
    logo: fields.text('logo'),
  }
}

type WrittenBrand = { id: number; isNew: boolean; isRenamed: boolean }

/** An empty cell changes nothing. */
const UPSERT_BRANDS = `
  with wanted as (
    select w.seq, w.slug, w.name, b.name as former, coalesce(w.description, b.description_fr) as description_fr,
      coalesce(w.description_ar, b.description_ar) as description_ar,
      coalesce(w.website, b.website) as website, coalesce(w.logo, b.logo_path) as logo_path
    from batch w left join brands b on b.slug = w.slug where w.reason is null
  ), written as (
    insert into brands as b (slug, name, description_fr, description_ar, website, logo_path)
    select w.slug, w.name, w.description_fr, w.description_ar, w.website, w.logo_path
    from wanted w left join brands b on b.slug = w.slug
    where b.id is null or (b.name, b.description_fr, b.description_ar, b.website, b.logo_path)
      is distinct from (w.name, w.description_fr, w.description_ar, w.website, w.logo_path)
    order by w.seq
    on conflict (slug) do update set name = excluded.name, description_fr = excluded.description_fr,
      description_ar = excluded.description_ar, website = excluded.website, logo_path = excluded.logo_path,
      updated_at = now()
    returning id, slug, name, xmax = 0 as "isNew"
  )
  select b.id, b."isNew", w.former <> b.name as "isRenamed" from written b join wanted w using (slug)`
