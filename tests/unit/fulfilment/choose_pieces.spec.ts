import { test } from '@japa/runner'
import { choosePieces, piecesLeft } from '#app/fulfilment/choose_pieces'
import { verdictOn } from '#app/fulfilment/remittances/remittance_verdict'
import type { Parcel } from '#app/fulfilment/parcels_query'
import type { KeptOrder } from '#app/orders/order_query'

const line = (sku: string, quantity: number) => ({
  ...{ productId: 1, sku, nameFr: sku, nameAr: null, quantity },
  ...{ unitPrice: 1, taxRate: 19, lineTotal: quantity },
})
const order = { number: 'SAP-1', lines: [line('A', 2), line('B', 1), line('A', 1)] } as KeptOrder

test.group('What goes into a parcel', () => {
  test('all that is left, unless some of it is wanted', ({ assert }) => {
    const left = piecesLeft(order, new Map([[1, 1]]))
    assert.deepEqual(
      left.map(({ position, quantity }) => [position, quantity]),
      [
        [1, 1],
        [2, 1],
        [3, 1],
      ]
    )
    assert.isTrue(choosePieces(order, new Map([[1, 2]])).isRest)
    const { lines, isRest } = choosePieces(order, new Map(), [{ sku: 'A', quantity: 3 }])
    assert.deepEqual(
      lines.map(({ position, quantity }) => [position, quantity]),
      [
        [1, 2],
        [3, 1],
      ]
    )
    assert.isFalse(isRest)
  })

  test('more than is left is refused, and so is nothing', ({ assert }) => {
    assert.throws(() => choosePieces(order, new Map(), [{ sku: 'A', quantity: 4 }]))
    assert.throws(() => choosePieces(order, new Map(), [{ sku: 'C', quantity: 1 }]))
    const all = new Map(order.lines.map(({ quantity }, at) => [at + 1, quantity]))
    assert.throws(() => choosePieces(order, all))
  })

  test('a payment fits, or says why not', ({ assert }) => {
    const parcel = { cash: 10_000, state: 'delivered', remitted: false } as Parcel
    assert.equal(verdictOn(parcel, 10_000), 'matched')
    assert.equal(verdictOn(parcel, 9_999), 'short')
    assert.equal(verdictOn(parcel, 10_001), 'over')
    assert.equal(verdictOn({ ...parcel, remitted: true }, 10_000), 'double')
    assert.equal(verdictOn({ ...parcel, state: 'returned' }, 10_000), 'refused')
    assert.equal(verdictOn({ ...parcel, cash: 0 }, 0), 'over')
  })
})
