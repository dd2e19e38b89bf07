import type pg from 'pg'
import { findParts, PART_COLUMNS } from '#app/imports/part_identity'
import type { ImportTarget } from '#app/imports/import_target'
import { SALES_RULES } from '#app/orion/sales/sales_columns'
import { sampleOfSales } from '#app/orion/sales/sample_of_sales'
import { stageSale } from '#app/orion/sales/stage_sale'
import { takeBackSales } from '#app/orion/sales/take_back_sales'
import { sql } from '#app/platform/database/sql'
import { notAList } from '#app/imports/files/not_a_list'

/**
 * What was sold before the shop ran here, from the program that was used then. A line is known by all that it
 * says, so the same file again adds nothing.
 */
const salesTarget: ImportTarget = {
  entity: 'sales',
  undoable: [],
  takeBack: takeBackSales,
  sample: sampleOfSales,

  columns: {
    ...PART_COLUMNS,
    sold_on: 'date',
    quantity: 'integer',
    unit_price: 'bigint',
    document: 'text',
  },

  read() {
    return {
      ...{ name: 'sales', rules: SALES_RULES, stage: stageSale },
      numbers: ['quantity', 'unit_price'],
    }
  },

  expectColumns(columns, headers) {
    const namesPart = columns.has('sku') || columns.has('mpn')
    if (namesPart && columns.has('date') && columns.has('quantity')) return
    throw notAList('sales', headers, 'date, sku and quantity')
  },

  async settle(staging, session) {
    await session.query(
      `update ${staging} set reason = 'date: «' || sold_on || '» is still to come'
       where reason is null and sold_on > (now() at time zone 'Africa/Tunis')::date`
    )
    await session.query(
      `update ${staging} s set reason = 'the same sale is already on line ' || f.line
       from (select seq, first_value(line) over same as line, row_number() over same as copy
         from ${staging} where reason is null
         window same as (partition by sku, brand_slug, mpn, sold_on, quantity, unit_price, document order by seq)) f
       where f.seq = s.seq and f.copy > 1`
    )
    return gapsOf(staging, session)
  },

  async apply({ runId, trx, analyse }) {
    await findParts(trx)
    const [{ created }] = await sql<{ created: number }>(ADD_SALES, [runId], trx)
    if (analyse) await trx.rawQuery('analyze sales_history')
    return { created, updated: 0 }
  },
}

export default salesTarget

/** Months between the first sale and the last one of a list in which it tells none at all: perhaps a part of it is missing. */
async function gapsOf(staging: string, session: pg.Client): Promise<string[]> {
  const { rows } = await session.query<{ count: number; month: string }>(
    `with told as (
       select distinct date_trunc('month', sold_on) as month from ${staging} where reason is null
     ), gap as (
       select m.month from (select min(month) as first, max(month) as last from told) t,
         generate_series(t.first, t.last, interval '1 month') as m (month)
       where not exists (select from told where told.month = m.month)
     )
     select count(*)::int as count, to_char(min(month), 'YYYY-MM') as month from gap having count(*) > 0`
  )
  return rows.map(
    ({ count, month }) =>
      `no sale is told of ${count} months in between (first ${month}): is a part of the list missing?`
  )
}

/** Of several products with one maker's number the first one sold: a sale is counted once. */
const ADD_SALES = `
  with added as (
    insert into sales_history (product_id, sold_on, quantity, unit_price, document, source, import_run_id)
    select (select min(p.product_id) from parts p where p.seq = b.seq), b.sold_on, b.quantity, b.unit_price,
      nullif(b.document, ''), 'import', $1
    from batch b where b.reason is null order by b.seq
    on conflict do nothing
    returning 1
  )
  select count(*)::int as created from added`
