import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Attribute from '#app/catalogue/attributes/attribute'
import { recordAct } from '#app/platform/audit/record_act'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'

/** Says whose sheets ask for an attribute. Throws 422 for a slug that no category has. */
export async function assignCategories(
  { id, code }: Attribute,
  slugs: string[],
  trx: TransactionClientContract
): Promise<void> {
  const [{ before, after, unknown }] = await sql<Assigned>(ASSIGN, [id, slugs], trx)
  if (unknown.length > 0) {
    throw invalid('categories', 'exists', `There is no category with the slug ${unknown[0]}`)
  }
  if (before.join() === after.join()) return
  const record = { entity: 'attributes', entityId: String(id), label: code }
  await recordAct(trx, { action: 'updated', ...record, changes: { categories: [before, after] } })
}

type Assigned = { before: string[]; after: string[]; unknown: string[] }

const ASSIGN = `
  with wanted as (
    select id, slug from categories where slug = any ($2::text[])
  ), former as (
    select c.id, c.slug from category_attributes a join categories c on c.id = a.category_id where a.attribute_id = $1
  ), gone as (
    delete from category_attributes where attribute_id = $1 and category_id not in (select id from wanted)
  ), come as (
    insert into category_attributes (attribute_id, category_id) select $1, id from wanted on conflict do nothing
  )
  select array(select slug from former order by slug) as before, array(select slug from wanted order by slug) as after,
    array(select s from unnest($2::text[]) s where s not in (select slug from wanted)) as unknown`
