import { test } from '@japa/runner'
import { demandByMonth } from '#app/orion/demand_query'
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
    await sold(id, '2024-06-01', 1)
    await sold(id, '2024-01-20', 2)
    assert.deepEqual(await demandOf(id), [2, 0, NONE, NONE, 0, 1])
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

async function moved(id: number, at: string, quantity: number) {
  const [{ code }] = await sql<{ code: string }>('select code from locations order by id limit 1')
  await sql(
    `insert into stock_movements (product_id, location_id, quantity, cause, actor, at)
     values ($1, $2, $3, 'stock_take', 'test', $4)`,
    [id, await locationId(code), quantity, at]
  )
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
}
