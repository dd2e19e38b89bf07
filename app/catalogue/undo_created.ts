import type { Conflict, Undoable, Undoing } from '#app/catalogue/undo_changes'
import { LABELS } from '#app/catalogue/undo_labels'
import { emitProductsChanged } from '#app/catalogue/products_changed'
import { sql } from '#app/platform/database/sql'

/** Tables whose rows are a part of the record and go with it. Whatever else refers to it uses it. */
const PARTS: Record<Undoable, string[]> = {
  products: [
    'part_numbers',
    'price_changes',
    'product_attributes',
    'product_details',
    'product_images',
    'product_listings',
    'product_popularity',
    'product_views',
    'search_documents',
    'stock_levels',
  ],
  attributes: ['facet_values'],
  categories: ['category_slugs'],
  brands: [],
}

type Created = { id: number; label: string; isKept: boolean; isUsed: boolean }

/**
 * Removes what the cause created, for good: a product that is only taken out of the catalogue would
 * refuse the corrected list. What was changed since, or is used by something else, stays and is told.
 */
export async function removeCreated(undoing: Undoing, ids: number[]): Promise<Conflict[]> {
  const { trx, cause, entity } = undoing
  const find = await createdRecords(entity, trx)
  for (;;) {
    const created = await sql<Created>(find, [cause, ids.map(String), ids], trx)
    const unwanted = created.filter(({ isKept, isUsed }) => !isKept && !isUsed)
    // What is left may have been used by what just went, as a branch by its twigs.
    if (!unwanted.length) return created.map((record) => keptConflict(entity, record))
    await remove(
      undoing,
      unwanted.map(({ id }) => id)
    )
  }
}

const keptConflict = (entity: Undoable, { id, label, isKept }: Created): Conflict => ({
  entity,
  id,
  label,
  field: '*',
  now: isKept ? 'changed' : 'used',
  wanted: 'removed',
})

async function remove({ trx, entity }: Undoing, ids: number[]) {
  if (entity === 'products') await hide(ids, trx)
  await sql(`delete from ${entity} where id = any($1::int[])`, [ids], trx)
}

/** Lists and search forget a product that is hidden; of one that is gone they would know nothing. */
async function hide(ids: number[], trx: Undoing['trx']) {
  await sql('update products set deleted_at = now() where id = any($1::int[])', [ids], trx)
  await emitProductsChanged(ids, trx)
}

async function createdRecords(entity: Undoable, trx: Undoing['trx']): Promise<string> {
  return `
    select t.id, t.${LABELS[entity]}::text as label, exists (
        select from audit_log later
        where later.entity = '${entity}' and later.entity_id = c.entity_id and later.id > c.id
          and later.cause is distinct from $1) as "isKept",
      ${await usesOf(entity, trx)} as "isUsed"
    from audit_log c join ${entity} t on t.id = c.entity_id::int and t.id = any($3::int[])
    where c.cause = $1 and c.entity = '${entity}' and c.entity_id = any($2::text[]) and c.action = 'created'
    order by t.id desc`
}

/** A condition: some table refers to record `t`, besides those that are parts of it. */
async function usesOf(entity: Undoable, trx: Undoing['trx']): Promise<string> {
  const references = await sql<{ table: string; column: string }>(
    `select c.conrelid::regclass::text as "table", a.attname as "column"
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = $1::regclass order by 1, 2`,
    [entity],
    trx
  )
  const uses = references
    .filter(({ table }) => !PARTS[entity].includes(table))
    .map(({ table, column }) => {
      // What the cause itself has put on the shelf is no use by others.
      const others = table === 'stock_movements' ? ' and r.reference is distinct from $1' : ''
      return `exists (select from ${table} r where r.${column} = t.id${others})`
    })
  return uses.length ? `(${uses.join(' or ')})` : 'false'
}
