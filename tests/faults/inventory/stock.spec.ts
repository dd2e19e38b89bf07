import { test } from '@japa/runner'
import { expireReservations } from '#app/inventory/expire_reservations'
import {
  claimStock,
  releaseStock,
  reserveStock,
  takeOverStock,
  type Wanted,
} from '#app/inventory/reservations'
import { moveStock, countStock } from '#app/inventory/move_stock'
import { transferPieces } from '#app/inventory/transfer_stock'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { directAddress } from '#app/platform/database/address'
import { sql } from '#app/platform/database/sql'
import { promised, repeats } from '#tests/depth'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { waitUntil } from '#tests/wait_until'
import { assertBooks, createKit, levelsOf, locationId } from '#tests/support/stock'

const MINUTES = 15
const times = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n))
const pick = <T>(from: T[]) => from[Math.floor(Math.random() * from.length)]

let serial = 0

/** Everybody wants something at the same moment; resolves with how many got it. */
async function buy(wants: Wanted[][]): Promise<number> {
  const answers = await Promise.all(
    wants.map((wanted) => reserveStock(`buyer:${++serial}`, wanted, MINUTES))
  )
  return answers.filter((missing) => missing.length === 0).length
}

test.group('Stock under load', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('INV-01: 50 pieces, a thousand buyers: 50 promises', async ({ assert }) => {
    const { id } = await createProduct({ stock: 50 })
    const wants = times(repeats(150, 1_000), () => [{ productId: id, quantity: 1 }])

    assert.equal(await buy(wants), 50)
    assert.containSubset(await levelsOf(id), [{ onHand: 50, reserved: 50, backordered: 0 }])
    await assertBooks(assert)
  })

  test('INV-02: the last piece is promised once', async ({ assert }) => {
    for (let run = 0; run < repeats(5, 100); run++) {
      const { id } = await createProduct({ stock: 1 })
      assert.equal(await buy(times(repeats(40, 1_000), () => [{ productId: id, quantity: 1 }])), 1)
    }
    await assertBooks(assert)
  })

  test('INV-03: a kit and its part in one cart are one demand', async ({ assert }) => {
    const part = await createProduct({ stock: 3 })
    const kit = await createKit([part])
    const cart = [
      { productId: kit.id, quantity: 2 },
      { productId: part.id, quantity: 2 },
    ]
    assert.deepEqual(await reserveStock('checkout:1', cart, MINUTES), [
      { productId: part.id, quantity: 2, available: 3 },
      { productId: kit.id, quantity: 2, available: 3 },
    ])
    assert.containSubset(await levelsOf(part.id), [{ onHand: 3, reserved: 0 }])
    const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from reservations')
    assert.equal(n, 0)

    const twice = times(2, () => ({ productId: part.id, quantity: 2 }))
    assert.lengthOf(await reserveStock('checkout:1', twice, MINUTES), 1)
    assert.deepEqual(await reserveStock('checkout:1', cart.slice(0, 1), MINUTES), [])
    assert.containSubset(await levelsOf(part.id), [{ onHand: 3, reserved: 2 }])
    await assertBooks(assert)
  })

  test('INV-04: carts of many products in any order never wait in a circle', async ({ assert }) => {
    const products = await Promise.all(times(50, () => createProduct({ stock: 20 })))
    const cart = () =>
      times(5, () => ({
        productId: pick(products).id,
        quantity: 1 + Math.floor(Math.random() * 2),
      }))
    const deadlocks = () =>
      sql<{ n: number }>(
        'select deadlocks::int as n from pg_stat_database where datname = current_database()'
      )
    const before = await deadlocks()

    const bought = await buy(times(repeats(150, 500), cart))
    assert.isAbove(bought, 50)
    assert.deepEqual(await deadlocks(), before)
    await assertBooks(assert)
  })

  test('INV-06: whatever happens in whatever order, the books are right', async ({ assert }) => {
    const products = await Promise.all(
      times(4, (n) => createProduct({ stock: 30, orderable: n === 0 }))
    )
    const [depot, shop] = [await locationId('depot'), await locationId('boutique')]
    const acting = { actor: 'test', reference: 'INV-06' }
    const acts = [
      (holder: string, productId: number) =>
        reserveStock(holder, [{ productId, quantity: 3 }], MINUTES),
      (holder: string, productId: number) => reserveStock(holder, [{ productId, quantity: 1 }], -1),
      (holder: string) => releaseStock(holder),
      (holder: string) => claimStock(holder, { document: holder, actor: 'test' }),
      (holder: string) =>
        db.transaction((trx) => takeOverStock(holder, `order:${Math.random()}`, trx)),
      () => expireReservations(),
      (_: string, productId: number) =>
        moveStock({
          productId,
          locationId: pick([depot, shop]),
          pieces: 2,
          cause: 'receipt',
          ...acting,
        }),
      (_: string, productId: number) =>
        moveStock({ productId, locationId: depot, pieces: -4, cause: 'write_off', ...acting }),
      (_: string, productId: number) =>
        countStock({
          productId,
          locationId: pick([depot, shop]),
          counted: pick([0, 5, 12]),
          ...acting,
        }),
      (_: string, productId: number) =>
        transferPieces({
          productId,
          from: pick([depot, shop]),
          to: pick([depot, shop]),
          pieces: 3,
          ...acting,
        }),
    ]
    const client = async (name: number) => {
      for (let step = 0; step < repeats(20, 400); step++) {
        await pick(acts)(`client:${name}`, pick(products).id)
      }
    }
    await Promise.all(times(20, client))
    await expireReservations()
    await assertBooks(assert)
    const [{ n }] = await sql<{ n: number }>(
      `select count(*)::int as n from stock_levels where reserved < on_hand and backordered > 0`
    )
    assert.equal(n, 0, 'nobody waits for pieces that are free')
  })

  test('INV-06: a transfer leaves promised pieces; a stock-take makes back-orders of the newest', async ({
    assert,
  }) => {
    const { id } = await createProduct({ stock: 5 })
    const [depot, shop] = [await locationId('depot'), await locationId('boutique')]
    const acting = { actor: 'test', reference: 'INV-06' }
    await reserveStock('order:1', [{ productId: id, quantity: 2 }], MINUTES)
    await reserveStock('order:2', [{ productId: id, quantity: 2 }], MINUTES)

    const transfer = { productId: id, from: depot, to: shop, pieces: 2, ...acting }
    assert.equal(await transferPieces(transfer), 1)
    const out = {
      productId: id,
      locationId: depot,
      pieces: -2,
      cause: 'return' as const,
      ...acting,
    }
    assert.deepEqual(await moveStock(out), { done: false, onHand: 5, reserved: 4, putOff: 0 })

    const taken = await countStock({ productId: id, locationId: depot, counted: 3, ...acting })
    assert.deepEqual(taken, { done: true, onHand: 3, reserved: 3, putOff: 1 })
    assert.deepEqual(
      await sql(`select holder, quantity, backordered from reservations order by id`),
      [
        { holder: 'order:1', quantity: 2, backordered: 0 },
        { holder: 'order:2', quantity: 1, backordered: 1 },
      ]
    )
    assert.isFalse(await claimStock('order:2', { document: 'x', actor: 'test' }))
    await assertBooks(assert)

    await moveStock({ productId: id, locationId: shop, pieces: 4, cause: 'receipt', ...acting })
    assert.isTrue(await claimStock('order:2', { document: 'x', actor: 'test' }))
    assert.deepEqual(await levelsOf(id), [
      { onHand: 2, reserved: 2, backordered: 0 },
      { onHand: 3, reserved: 0, backordered: 0 },
    ])
    await assertBooks(assert)
  })

  test('INV-07: expiry and take-over at the same instant: one of them wins', async ({ assert }) => {
    for (let run = 0; run < repeats(15, 200); run++) {
      const { id } = await createProduct({ stock: 1 })
      await reserveStock(`checkout:${run}`, [{ productId: id, quantity: 1 }], MINUTES)
      await sql(
        `update reservations set expires_at = clock_timestamp() + random() * interval '4 ms' where holder = $1`,
        [`checkout:${run}`]
      )
      const [isKept] = await Promise.all([
        db.transaction((trx) => takeOverStock(`checkout:${run}`, `order:${run}`, trx)),
        expireReservations(),
        reserveStock(`rival:${run}`, [{ productId: id, quantity: 1 }], MINUTES),
      ])
      await expireReservations()
      const holders = await sql<{ holder: string }>(
        `select holder from reservations where product_id = $1 and state = 'held'`,
        [id]
      )
      assert.isAtMost(holders.length, 1)
      assert.equal(
        isKept,
        holders.some(({ holder }) => holder === `order:${run}`)
      )
    }
    await assertBooks(assert)
  })

  test('INV-13: transfers and sales of the last pieces of two places', async ({ assert }) => {
    const [depot, shop] = [await locationId('depot'), await locationId('boutique')]
    for (let run = 0; run < repeats(10, 100); run++) {
      const { id } = await createProduct({ stock: 4 })
      const acting = { actor: 'test', reference: 'INV-13' }
      const [missing, ...sold] = await Promise.all([
        transferPieces({ productId: id, from: depot, to: shop, pieces: 3, ...acting }),
        ...times(6, async (n) => {
          const none = await reserveStock(`r${run}:${n}`, [{ productId: id, quantity: 1 }], MINUTES)
          return none.length === 0 && claimStock(`r${run}:${n}`, { document: 'x', actor: 'test' })
        }),
      ])
      const levels = await levelsOf(id)
      const left = levels.reduce((sum, { onHand }) => sum + onHand, 0)
      assert.equal(sold.filter(Boolean).length, 4)
      assert.equal(left, 0)
      assert.isAtLeast(missing, 0)
    }
    await assertBooks(assert)
  })

  test('what has expired is taken by the next buyer, without any task', async ({ assert }) => {
    const { id } = await createProduct({ stock: 1 })
    await reserveStock('slow', [{ productId: id, quantity: 1 }], -1)
    assert.deepEqual(await reserveStock('quick', [{ productId: id, quantity: 1 }], MINUTES), [])
    assert.isFalse(await db.transaction((trx) => takeOverStock('slow', 'order:1', trx)))
    await assertBooks(assert)
  })

  test('what may be ordered is promised beyond what is there, and served first come, first served', async ({
    assert,
  }) => {
    const { id } = await createProduct({ stock: 1, orderable: true })
    const wanted = [{ productId: id, quantity: 2 }]
    assert.deepEqual(await reserveStock('order:1', wanted, MINUTES), [])
    assert.deepEqual(await reserveStock('order:2', wanted, MINUTES), [])
    assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 1, backordered: 3 }])

    await releaseStock('order:1')
    assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 1, backordered: 1 }])
    const [{ quantity }] = await sql<{ quantity: number }>(
      `select quantity from reservations where holder = 'order:2' and state = 'held'`
    )
    assert.equal(quantity, 1)
    await assertBooks(assert)
  })

  test('only a flip of availability is told, once', async ({ assert }) => {
    const part = await createProduct({ stock: 4 })
    const kit = await createKit([part], 2)
    await sql('select refresh_kit_availability(null)')
    await sql('delete from outbox')
    const flips = async () => {
      const rows = await sql<{ id: number }>(
        `delete from outbox where type = 'stock.availability_changed' returning aggregate_id::int as id`
      )
      return rows.map(({ id }) => id).sort((a, b) => a - b)
    }

    await reserveStock('a', [{ productId: part.id, quantity: 1 }], MINUTES)
    assert.deepEqual(await flips(), [], 'three are in stock still')
    await reserveStock('b', [{ productId: part.id, quantity: 2 }], MINUTES)
    assert.deepEqual(await flips(), [part.id, kit.id], 'one is low stock, and no kit is left')
    await releaseStock('b')
    assert.deepEqual(await flips(), [part.id, kit.id])
  })

  test('lists follow within two seconds, and are left alone by reservations that change nothing', async ({
    assert,
    cleanup,
  }) => {
    const { id } = await createProduct({ stock: 5 })
    const fleet = new WorkerFleet()
    cleanup(() => fleet.killAll())
    await fleet.start('#app/search/lists/follow_availability', '--relay')
    const listener = new pg.Client(directAddress)
    cleanup(() => listener.end())
    await listener.connect()
    await listener.query('listen cache_epochs')
    let bumps = 0
    listener.on('notification', () => (bumps += 1))
    const isSoldOut = async () => {
      const [{ availability }] = await sql<{ availability: number }>(
        'select availability from product_listings where product_id = $1',
        [id]
      )
      return availability === 0
    }
    for (let n = 0; n < 2; n++)
      await reserveStock(`a:${n}`, [{ productId: id, quantity: 1 }], MINUTES)
    await reserveStock('b', [{ productId: id, quantity: 3 }], MINUTES)
    await waitUntil('the list', isSoldOut, promised(2_000) / 1_000)
    await waitUntil('the caches', () => bumps > 0)
    assert.equal(bumps, 1)
  })
})
