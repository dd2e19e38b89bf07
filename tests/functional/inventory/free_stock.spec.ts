import { test } from '@japa/runner'
import { reserveStock } from '#app/inventory/reservations'
import { transferPieces } from '#app/inventory/transfer_stock'
import { sql } from '#app/platform/database/sql'
import { partsOnSale } from '#app/quotes/parts_on_sale'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { assertBooks, createKit, locationId } from '#tests/support/stock'

const TRANSIT = 'test-transit'

/** What lists, promises and the counter take to be free. */
async function freeOf({ id, sku }: { id: number; sku: string }) {
  const [row] = await sql<{ listed: number; promised: number | null; state: number }>(
    `select a.free as listed, a.availability as state, (select free from free_stock(array[$1::int])) as promised
     from availability_of(array[$1::int]) a`,
    [id]
  )
  const parts = await partsOnSale([sku])
  return { ...row, atCounter: parts.get(sku)?.free }
}

const levelAt = async (id: number, place: string) => {
  const [level] = await sql<{ onHand: number }>(
    `select on_hand as "onHand" from stock_levels where product_id = $1 and location_id = $2`,
    [id, await locationId(place)]
  )
  return level.onHand
}

test.group('What is free', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql(`insert into locations (code, name, kind) values ($1, 'Camion', 'transit')`, [
      TRANSIT,
    ])
    return async () => {
      await emptyCatalogue()
      await sql('delete from locations where code = $1', [TRANSIT])
    }
  })

  test('pieces of places that sell count, of all of them, and no others', async ({ assert }) => {
    const product = await createProduct({ stock: 10 })
    const move = async (to: string, pieces: number) =>
      transferPieces({
        ...{ productId: product.id, pieces, reference: 'T', actor: 'test' },
        ...{ from: await locationId('depot'), to: await locationId(to) },
      })
    await move('boutique', 3)
    assert.deepInclude(await freeOf(product), { listed: 10, promised: 10, atCounter: 10 })
    await move(TRANSIT, 4)
    assert.equal(await levelAt(product.id, TRANSIT), 4)
    assert.deepInclude(await freeOf(product), { listed: 6, promised: 6, atCounter: 6 })
    await assertBooks(assert)
  })

  test('what lists call free can be promised to the last piece, and no piece more', async ({
    assert,
  }) => {
    const product = await createProduct({ stock: 0 })
    await sql(
      `insert into stock_movements (product_id, location_id, quantity, cause, reference, actor)
       values ($1, (select id from locations where code = $2), 5, 'receipt', 'T', 'test')`,
      [product.id, TRANSIT]
    )
    await sql(
      `insert into stock_levels (product_id, location_id, on_hand)
       values ($1, (select id from locations where code = $2), 5)`,
      [product.id, TRANSIT]
    )
    const { listed, state } = await freeOf(product)
    assert.equal(listed, 0)
    assert.equal(state, 0)
    const missing = await reserveStock('test:1', [{ productId: product.id, quantity: 1 }], 5)
    assert.deepEqual(missing, [{ productId: product.id, quantity: 1, available: 0 }])
  })

  test('kits count what places that sell have of their components', async ({ assert }) => {
    const component = await createProduct({ stock: 6 })
    const kit = await createKit([component], 2)
    assert.deepInclude(await freeOf(kit), { listed: 3, atCounter: 3 })
    await transferPieces({
      ...{ productId: component.id, pieces: 4, reference: 'T', actor: 'test' },
      ...{ from: await locationId('depot'), to: await locationId(TRANSIT) },
    })
    assert.deepInclude(await freeOf(kit), { listed: 1, atCounter: 1 })
  })
})
