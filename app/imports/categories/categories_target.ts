import { UNDOABLE_CATALOGUE } from '#app/catalogue/undoable_catalogue'
import { slugify } from '#app/catalogue/products/product_slug'
import { isInvisibleRoot, pathOf, type StagedPath } from '#app/imports/category_path'
import { settleCategories } from '#app/imports/categories/settle_categories'
import { createCategories } from '#app/imports/create_categories'
import type { Fields } from '#app/imports/files/fields'
import { type ImportTarget, RowRejected, type StagingContext } from '#app/imports/import_target'
import { expectOwnList } from '#app/imports/files/expect_own_list'
import { limitedText, plainText, wholeNumber } from '#app/imports/files/values'
import { emitCategoriesRenamed } from '#app/catalogue/categories/categories_renamed'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'
import type { ColumnRule } from '#app/platform/tabular/mapping'
import { notAList } from '#app/imports/files/not_a_list'

const RULES: ColumnRule[] = [
  { column: 'category_path', headers: ['path', 'chemin', 'full path', 'display name'] },
  {
    column: 'name',
    headers: [
      'nom',
      'category',
      'categorie',
      'name fr',
      'nom fr',
      'category name',
      'title',
      'الصنف',
    ],
  },
  { column: 'name_ar', headers: ['nom ar', 'nom arabe', 'الاسم بالعربية'] },
  {
    column: 'parent',
    headers: ['parent category', 'categorie parente', 'parent name', 'parent path'],
  },
  { column: 'external_id', headers: ['category id', 'id'] },
  { column: 'description', headers: ['description fr'] },
  { column: 'description_ar', headers: ['description arabe'] },
  { column: 'position', headers: ['sort', 'order', 'ordre', 'sort order'] },
]

/** The category tree, told apart by whole paths. A parent is a name, a number of the file, or a path. */
const categoriesTarget: ImportTarget = {
  entity: 'categories',
  undoable: UNDOABLE_CATALOGUE,

  columns: {
    path: 'jsonb',
    slug: 'text',
    own_slug: 'text',
    parent_slug: 'text',
    external_id: 'text',
    name: 'text',
    name_ar: 'text',
    description: 'text',
    description_ar: 'text',
    position: 'integer',
  },

  read(headers, mapped) {
    if (!mapped) expectOwnList(headers, 'categories')
    return { name: 'categories', rules: RULES, numbers: [], stage: stageCategory }
  },

  expectColumns(columns, headers) {
    if (columns.has('name') || columns.has('category_path')) return
    throw notAList('categories', headers, 'a name or a category_path')
  },

  settle: settleCategories,

  async apply({ trx }) {
    const [{ before }] = await sql<{ before: number }>(
      'select count(*)::int as before from categories',
      [],
      trx
    )
    await createCategories(
      'select jsonb_array_elements(path) from batch where reason is null order by 1',
      trx
    )
    const [{ after }] = await sql<{ after: number }>(
      'select count(*)::int as after from categories',
      [],
      trx
    )
    const changes = await sql<CategoryChange>(UPDATE_CATEGORIES, [], trx)
    if (changes.length || after > before) await bumpEpochs(['catalogue'], trx)
    const renamed = changes.filter((change) => change.renamed).map(({ id }) => id)
    await emitCategoriesRenamed(renamed, trx)
    const created = changes.filter((change) => change.created).length
    return { created, updated: changes.length - created }
  },
}

export default categoriesTarget

function stageCategory(fields: Fields, { decimals }: StagingContext) {
  const path = wholePath(fields)
  const name = fields.text('name') ?? path?.at(-1)?.[1]
  const parent = fields.text('parent')
  if (!name) throw new RowRejected('name: a category needs one')
  if (!slugify(name)) throw new RowRejected(`name: «${name}» has no letter or digit`)
  const description = fields.text('description')
  const position = fields.cell('position')
  return {
    path,
    slug: path?.at(-1)?.[0],
    own_slug: slugify(name),
    parent_slug: path || !parent ? undefined : slugify(parent),
    external_id: fields.text('external_id'),
    name: limitedText('name', name, 200),
    name_ar: fields.text('name_ar'),
    description: description && limitedText('description', plainText(description), 20_000),
    description_ar: fields.text('description_ar'),
    position: position === undefined ? undefined : wholeNumber('position', position, decimals),
  }
}

/** The path as far as the row alone tells it: undefined when its parent has to be found first. */
function wholePath(fields: Fields): StagedPath | undefined {
  const given = fields.text('category_path')
  if (given) return pathOf(given)
  const name = fields.text('name') ?? ''
  const parent = fields.text('parent')
  if (!parent || isInvisibleRoot(parent)) return pathOf(name, /$^/)
  return />|»/.test(parent) ? pathOf(`${parent} > ${name}`) : undefined
}

type CategoryChange = { id: number; created: boolean; renamed: boolean }

/** An empty cell changes nothing. What this transaction created counts as created. */
const UPDATE_CATEGORIES = `
  with changed as (
    update categories c set
      name_fr = b.name, name_ar = coalesce(b.name_ar, c.name_ar),
      description_fr = coalesce(b.description, c.description_fr),
      description_ar = coalesce(b.description_ar, c.description_ar),
      position = coalesce(b.position, c.position), updated_at = now()
    from batch b join categories former on former.slug = b.slug
    where b.reason is null and c.id = former.id and (c.created_at = now() or
      (c.name_fr, c.name_ar, c.description_fr, c.description_ar, c.position) is distinct from
      (b.name, coalesce(b.name_ar, c.name_ar), coalesce(b.description, c.description_fr),
       coalesce(b.description_ar, c.description_ar), coalesce(b.position, c.position)))
    returning c.id, c.created_at = now() as created,
      (c.name_fr, c.name_ar) is distinct from (former.name_fr, former.name_ar) as renamed
  )
  select id, created, renamed from changed`
