import { test } from '@japa/runner'
import fc from 'fast-check'
import { MOST_AT_LEAST } from '#app/catalogue/products/product'
import { fewestOf, nearestAllowed } from '#app/cart/quantities'

test.group('Quantities of a cart', () => {
  test('{wanted} of {minQuantity} in packs of {packSize}: {nearest}')
    .with([
      { wanted: 3, minQuantity: 1, packSize: 1, nearest: 3 },
      { wanted: 1, minQuantity: 4, packSize: 1, nearest: 4 },
      { wanted: 5, minQuantity: 1, packSize: 4, nearest: 4 },
      { wanted: 6, minQuantity: 1, packSize: 4, nearest: 8 },
      { wanted: 1, minQuantity: 5, packSize: 4, nearest: 8 },
      { wanted: 8, minQuantity: 5, packSize: 4, nearest: 8 },
      { wanted: 999, minQuantity: 1, packSize: 10, nearest: 990 },
    ])
    .run(({ assert }, { wanted, nearest, ...soldIn }) => {
      assert.equal(nearestAllowed(wanted, soldIn), nearest)
    })

  test('the nearest one is whole packs, enough, fits a cart, and nothing allowed is nearer', ({
    assert,
  }) => {
    const few = fc.integer({ min: 1, max: MOST_AT_LEAST })
    const wanted = fc.integer({ min: 1, max: 999 })
    fc.assert(
      fc.property(wanted, few, few, (pieces, minQuantity, packSize) => {
        const soldIn = { minQuantity, packSize }
        const nearest = nearestAllowed(pieces, soldIn)
        const isAllowed = (n: number) => n % packSize === 0 && n >= minQuantity && n <= 999
        assert.isTrue(isAllowed(nearest))
        assert.isTrue(isAllowed(fewestOf(soldIn)))
        const distance = Math.abs(nearest - pieces)
        for (let nearer = pieces - distance + 1; nearer < pieces + distance; nearer++) {
          assert.isFalse(isAllowed(nearer), `${nearer}`)
        }
      }),
      { numRuns: 1_000 }
    )
  })
})
