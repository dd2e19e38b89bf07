import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitCategoriesMoved, type Move } from '#app/catalogue/categories/categories_moved'
import { emitCategoriesRenamed } from '#app/catalogue/categories/categories_renamed'
import Category from '#app/catalogue/categories/category'
import type { CategoryInput, CategoryPatch } from '#app/catalogue/categories/category_validators'
import { slugify } from '#app/catalogue/products/product_slug'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import { notFound } from '#app/platform/http/problem'

/** Adds a category as the last of its siblings. Throws 422 for an unknown parent, 409 for a taken address. */
export function createCategory(input: CategoryInput, acting: Acting): Promise<Category> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockTree(trx)
    const category = new Category().useTransaction(trx)
    const parent = await parentOf(input.parent ?? null, trx)
    category.merge({
      ...placeUnder(parent, slugify(input.name)),
      position: await nextPosition(parent, trx),
    })
    fill(category, input)
    await category.save()
    await bumpEpochs(['catalogue'], trx)
    return category
  })
}

/**
 * Changes a category, or moves it with all below it. Its own part of the address stays when it is
 * renamed; addresses that change lead on from the former ones. Throws 404, 422 for a parent that is
 * unknown or below the category itself.
 */
export function updateCategory(
  id: number,
  input: CategoryPatch,
  acting: Acting
): Promise<Category> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockTree(trx)
    const category = await findCategory(id, trx)
    fill(category, input)
    const isRenamed = 'nameFr' in category.$dirty || 'nameAr' in category.$dirty
    await category.save()
    if (input.parent !== undefined) await moveUnder(category, input.parent, trx)
    if (input.position !== undefined) await place(category, input.position, trx)
    if (isRenamed) await emitCategoriesRenamed([id], trx)
    await bumpEpochs(['catalogue'], trx)
    return category.refresh()
  })
}

/** Removes a category that has neither products nor children; a 409 otherwise. Throws 404. */
export function deleteCategory(id: number, acting: Acting): Promise<Category> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const category = await findCategory(id, trx)
    await category.delete()
    await bumpEpochs(['catalogue'], trx)
    return category
  })
}

/** The tree changes by one hand at a time: a cycle is made of two moves that do not see each other. */
async function lockTree(trx: TransactionClientContract) {
  await sql(`select pg_advisory_xact_lock(hashtext('categories'))`, [], trx)
}

async function findCategory(id: number, trx: TransactionClientContract): Promise<Category> {
  const category = await Category.query({ client: trx }).where('id', id).forUpdate().first()
  if (!category) throw notFound('category')
  return category
}

async function parentOf(slug: string | null, trx: TransactionClientContract) {
  if (slug === null) return null
  const parent = await Category.findBy('slug', slug, { client: trx })
  if (!parent) throw invalid('parent', 'exists', 'There is no category with this slug')
  return parent
}

function fill(category: Category, { name, nameAr, description, descriptionAr }: CategoryPatch) {
  if (name !== undefined) category.nameFr = name
  if (nameAr !== undefined) category.nameAr = nameAr
  if (description !== undefined) category.descriptionFr = description
  if (descriptionAr !== undefined) category.descriptionAr = descriptionAr
}

const placeUnder = (parent: Category | null, own: string) => ({
  parentId: parent?.id ?? null,
  slug: parent ? `${parent.slug}/${own}` : own,
  depth: parent ? parent.depth + 1 : 0,
})

async function nextPosition(parent: Category | null, trx: TransactionClientContract) {
  const [{ next }] = await sql<{ next: number }>(
    `select coalesce(max(position) + 1, 0)::int as next from categories where parent_id is not distinct from $1::int`,
    [parent?.id ?? null],
    trx
  )
  return next
}

async function moveUnder(
  category: Category,
  parentSlug: string | null,
  trx: TransactionClientContract
) {
  const parent = await parentOf(parentSlug, trx)
  if ((parent?.id ?? null) === category.parentId) return
  if (parent && (parent.id === category.id || parent.slug.startsWith(`${category.slug}/`))) {
    throw invalid('parent', 'exists', 'A category cannot stand under itself')
  }
  const own = category.slug.split('/').at(-1)!
  const { slug, depth } = placeUnder(parent, own)
  const moves = await rename(category, slug, depth - category.depth, trx)
  await sql(
    'update categories set parent_id = $2, position = $3, updated_at = now() where id = $1',
    [category.id, parent?.id ?? null, await nextPosition(parent, trx)],
    trx
  )
  await emitCategoriesMoved(moves, trx)
  await emitCategoriesRenamed([category.id], trx)
}

/** Gives the category and all below it their new addresses; the former ones lead there. */
async function rename(
  { slug: former }: Category,
  slug: string,
  deeper: number,
  trx: TransactionClientContract
): Promise<Move[]> {
  await sql(
    "delete from category_slugs where slug = $1 or starts_with(slug, $1 || '/')",
    [slug],
    trx
  )
  await sql(
    `insert into category_slugs (slug, category_id)
     select slug, id from categories where slug = $1 or starts_with(slug, $1 || '/')
     on conflict (slug) do update set category_id = excluded.category_id`,
    [former],
    trx
  )
  return sql<Move>(
    `update categories c set slug = $2 || substr(c.slug, length($1) + 1), depth = c.depth + $3, updated_at = now()
     from categories f where f.id = c.id and (c.slug = $1 or starts_with(c.slug, $1 || '/'))
     returning f.slug as "from", c.slug as "to"`,
    [former, slug, deeper],
    trx
  )
}

/** Puts it at a place among its siblings, from 0; those behind it move on. */
async function place({ id }: Category, position: number, trx: TransactionClientContract) {
  await sql(
    `with others as (
       select id, row_number() over (order by position, id) - 1 as place from categories
       where parent_id is not distinct from (select parent_id from categories where id = $1) and id <> $1
     ), places as (
       select id, place + (place >= $2)::int as place from others
       union all select $1, least($2, (select count(*) from others))
     )
     update categories c set position = p.place, updated_at = now() from places p
     where c.id = p.id and c.position <> p.place`,
    [id, position],
    trx
  )
}
