import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { demandByMonth, demandByWeek } from '#app/orion/demand_query'
import { sql } from '#app/platform/database/sql'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { locationId } from '#tests/support/stock'

const NONE = Number.NaN

test.group('Demand by month', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('truncate orders restart identity cascade')
  })

  /** Six months to the end of June 2024. */
  const demandOf = async (id: number) => {
    const panel = await demandByMonth('2024-07-15', 6)
    return [...panel.values[panel.ids.indexOf(String(id))]]
  }

  test('is what was sold less what came back, from the first month that is known', async ({
    assert,
  }) => {
    const { id } = await knownSince('2024-05-01')
    await sold(id, '2024-02-03', 4)
    await sold(id, '2024-02-20', -1)
    await sold(id, '2024-04-30', 2)
    await sold(id, '2024-05-01', 1)
    await sold(id, '2024-06-02', -3)
    await sold(id, '2024-07-01', 9)
    await sold(id, '2023-12-31', 9)
    assert.deepEqual(await demandOf(id), [NONE, 3, 0, 2, 1, 0])
    const other = await knownSince('2024-04-10')
    assert.deepEqual(await demandOf(other.id), [NONE, NONE, NONE, 0, 0, 0])
  })

  test('counts our own orders by their day in Tunis, unless they were cancelled', async ({
    assert,
  }) => {
    const { id } = await knownSince('2020-01-01')
    await ordered(id, '2024-03-31T22:30:00Z', 2)
    await ordered(id, '2024-03-31T23:30:00Z', 5)
    await ordered(id, '2024-05-05T10:00:00Z', 7, 'cancelled')
    await sold(id, '2024-04-02', 1)
    assert.deepEqual(await demandOf(id), [0, 0, 2, 6, 0, 0])
  })

  test('of what a part replaced is its own, however long the chain', async ({ assert }) => {
    const [oldest, older, newest] = [
      await knownSince('2020-01-01'),
      await knownSince('2022-01-01'),
      await knownSince('2024-06-01'),
    ]
    await sql('update products set superseded_by_id = $1 where id = $2', [older.id, oldest.id])
    await sql('update products set superseded_by_id = $1 where id = $2', [newest.id, older.id])
    await sold(oldest.id, '2024-01-10', 1)
    await sold(older.id, '2024-02-10', 2)
    await sold(newest.id, '2024-06-10', 3)
    assert.deepEqual(await demandOf(newest.id), [1, 2, 0, 0, 0, 3])
  })

  test('of a month mostly out of stock is unknown, not zero', async ({ assert }) => {
    const { id } = await knownSince('2024-06-01')
    await sql('delete from stock_movements where product_id = $1', [id])
    await moved(id, '2024-01-05T10:00:00Z', 4)
    await moved(id, '2024-03-05T10:00:00Z', -4)
    await sold(id, '2024-03-04', 4)
    await moved(id, '2024-05-10T10:00:00Z', 10)
    await sold(id, '2024-06-01', 6)
    await sold(id, '2024-01-20', 11)
    assert.deepEqual(await demandOf(id), [11, 0, NONE, NONE, 0, 6])
  })

  test('of a month that was sold out is what was sold where that is more than usual, or all that is known', async ({
    assert,
  }) => {
    const [usual, never] = [await knownSince('2024-01-01'), await knownSince('2024-01-01')]
    for (const { id } of [usual, never]) {
      await sql('delete from stock_movements where product_id = $1', [id])
    }
    await sold(usual.id, '2024-01-20', 6)
    await moved(usual.id, '2024-01-01T10:00:00Z', 40)
    await moved(usual.id, '2024-03-05T10:00:00Z', -40)
    await sold(usual.id, '2024-03-04', 40)
    await moved(usual.id, '2024-05-01T00:00:00Z', 9)
    assert.deepEqual(await demandOf(usual.id), [6, 0, 40, NONE, 0, 0])
    for (const month of ['01', '02', '03', '04', '05', '06']) {
      await moved(never.id, `2024-${month}-01T10:00:00Z`, 40)
      await moved(never.id, `2024-${month}-08T10:00:00Z`, -40)
      if (month !== '04') await sold(never.id, `2024-${month}-05`, 40)
    }
    assert.deepEqual(await demandOf(never.id), [40, 40, 40, NONE, 40, 40])
  })

  test('of what may be ordered without stock is known, however empty the shelf', async ({
    assert,
  }) => {
    const { id } = await knownSince('2024-01-01')
    await sql('delete from stock_movements where product_id = $1', [id])
    await sql('update products set orderable = true where id = $1', [id])
    for (const month of ['01', '02', '03', '04', '06']) {
      await ordered(id, `2024-${month}-03T10:00:00Z`, 10)
      await moved(id, `2024-${month}-09T10:00:00Z`, 10)
      await moved(id, `2024-${month}-09T15:00:00Z`, -10)
    }
    assert.deepEqual(await demandOf(id), [10, 10, 10, 10, 0, 10])
  })

  test('is less what was refused at the door or came back later', async ({ assert }) => {
    const { id } = await knownSince('2020-01-01')
    const march = await ordered(id, '2024-03-10T10:00:00Z', 5)
    await parcelled(march, id, 3, 'delivered')
    const back = await parcelled(march, id, 2, 'returned')
    await moved(id, '2024-04-02T10:00:00Z', 2, { cause: 'return', reference: back })
    const may = await ordered(id, '2024-05-10T10:00:00Z', 4, 'confirmed')
    await parcelled(may, id, 1, 'refused')
    await parcelled(may, id, 2, 'out')
    await ordered(id, '2024-06-10T10:00:00Z', 6)
    await moved(id, '2024-06-20T10:00:00Z', 1, { cause: 'return', reference: 'rapporté' })
    assert.deepEqual(await demandOf(id), [0, 0, 3, 0, 3, 5])
  })

  test('of what kits are made of counts the kits, less those that came back', async ({
    assert,
  }) => {
    const since = '2020-01-01'
    const [kit, disc, formerDisc, pads] = [
      ...[await knownSince(since), await knownSince(since)],
      ...[await knownSince(since), await knownSince(since)],
    ]
    await sql('update products set superseded_by_id = $1 where id = $2', [disc.id, formerDisc.id])
    await sql(
      `insert into kit_components (kit_id, component_id, quantity) values ($1, $2, 2), ($1, $3, 1)`,
      [kit.id, formerDisc.id, pads.id]
    )
    await ordered(kit.id, '2024-02-10T10:00:00Z', 10)
    const may = await ordered(kit.id, '2024-05-10T10:00:00Z', 3)
    await parcelled(may, kit.id, 1, 'returned')
    await sold(kit.id, '2024-06-10', 1)
    await sold(pads.id, '2024-06-11', 4)
    assert.deepEqual(await demandOf(disc.id), [0, 20, 0, 0, 4, 2])
    assert.deepEqual(await demandOf(pads.id), [0, 10, 0, 0, 2, 5])
    assert.deepEqual(await demandOf(kit.id), [0, 10, 0, 0, 2, 1])
  })

  test('stays with the last part of a chain that is sold', async ({ assert }) => {
    const since = '2020-01-01'
    const [old, drafted, deleted] = [
      await knownSince(since),
      await knownSince(since),
      await knownSince(since),
    ]
    await sql('update products set superseded_by_id = $1 where id = $2', [drafted.id, old.id])
    await sql('update products set superseded_by_id = $1 where id = $2', [deleted.id, drafted.id])
    await sql(`update products set status = 'draft' where id = $1`, [drafted.id])
    await sql('update products set deleted_at = now() where id = $1', [deleted.id])
    await sold(old.id, '2024-05-10', 2)
    await sold(drafted.id, '2024-06-10', 1)
    assert.deepEqual(await demandOf(old.id), [0, 0, 0, 0, 2, 0])
    await sql(`update products set status = 'active' where id = $1`, [drafted.id])
    assert.deepEqual(await demandOf(drafted.id), [0, 0, 0, 0, 2, 1])
  })
})

test.group('Demand by week', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('truncate orders restart identity cascade')
  })

  test('is that of seven days each, up to the beginning of the month', async ({ assert }) => {
    const { id } = await knownSince('2024-06-12')
    await sold(id, '2024-06-03', 1)
    await sold(id, '2024-06-09', 2)
    await sold(id, '2024-06-10', 4)
    await sold(id, '2024-06-30', 8)
    await sold(id, '2024-07-01', 9)
    await ordered(id, '2024-06-16T22:30:00Z', 3)
    await ordered(id, '2024-06-16T23:30:00Z', 5)
    const other = await knownSince('2024-06-12')
    const panel = await demandByWeek('2024-07-15', 5)
    const of = (product: number) => [...panel.values[panel.ids.indexOf(String(product))]]
    assert.deepEqual(of(id), [NONE, 3, 7, 5, 8])
    assert.deepEqual(of(other.id), [NONE, NONE, 0, 0, 0])
    assert.equal(panel.season, 52)
  })

  test('of a week mostly out of stock is unknown', async ({ assert }) => {
    const { id } = await knownSince('2024-01-01')
    await sql('delete from stock_movements where product_id = $1', [id])
    await moved(id, '2024-01-05T10:00:00Z', 4)
    await moved(id, '2024-06-12T10:00:00Z', -4)
    await moved(id, '2024-06-21T10:00:00Z', 4)
    const { ids, values } = await demandByWeek('2024-07-15', 4)
    assert.deepEqual([...values[ids.indexOf(String(id))]], [0, NONE, NONE, 0])
  })
})

async function knownSince(day: string) {
  const product = await createProduct({})
  await sql('update products set created_at = $1 where id = $2', [`${day}T12:00:00Z`, product.id])
  return product
}

function sold(id: number, day: string, quantity: number) {
  return sql(
    `insert into sales_history (product_id, sold_on, quantity, source) values ($1, $2, $3, 'import')`,
    [id, day, quantity]
  )
}

async function moved(
  id: number,
  at: string,
  quantity: number,
  { cause = 'stock_take', reference = null as string | null } = {}
) {
  const [{ code }] = await sql<{ code: string }>('select code from locations order by id limit 1')
  await sql(
    `insert into stock_movements (product_id, location_id, quantity, cause, reference, actor, at)
     values ($1, $2, $3, $4, $5, 'test', $6)`,
    [id, await locationId(code), quantity, cause, reference, at]
  )
}

/** A parcel with pieces of the only line of an order. Returns its number. */
async function parcelled(orderId: number, id: number, quantity: number, state: string) {
  const number = randomUUID()
  await sql(
    `with parcel as (
       insert into parcels (order_id, number, carrier, state, pieces, actor)
       values ($1, $2, 'Aramex', $3, $4, 'test') returning id
     )
     insert into parcel_lines (parcel_id, position, product_id, sku, name_fr, quantity)
     select parcel.id, 1, p.id, p.sku, p.name_fr, $4 from parcel, products p where p.id = $5`,
    [orderId, number, state, quantity, id]
  )
  return number
}

async function ordered(id: number, at: string, quantity: number, state = 'completed') {
  const [order] = await sql<{ id: number }>(
    `insert into orders (version, state, payment_state, delivery_state, payment_method, shipping_option, governorate,
       locale, pieces, subtotal, discount, shipping, tax, total, placed_at, state_since)
     values (1, $1, 'paid', 'delivered', 'cod', 'standard', 'tunis', 'fr', $2, 1000, 0, 0, 0, 1000, $3, $3) returning id`,
    [state, quantity, at]
  )
  await sql(
    `insert into order_lines (order_id, position, product_id, sku, name_fr, quantity, unit_price, tax_rate, line_total)
     select $1, 1, id, sku, name_fr, $2, 1000, 19, 1000 from products where id = $3`,
    [order.id, quantity, id]
  )
  return order.id
}
