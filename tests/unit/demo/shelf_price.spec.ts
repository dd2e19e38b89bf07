import { test } from '@japa/runner'
import fc from 'fast-check'
import { roundToTag } from '#app/demo/shelf_price'

test.group('Shelf price', () => {
  test('ends as price tags do and stays close', ({ assert }) => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 3_000_000 }), (millimes) => {
        const tag = roundToTag(millimes)
        assert.isAtMost(Math.abs(tag - millimes), millimes >= 1_000_000 ? 2_500 : 501)
        const ending = tag % 1000
        if (millimes < 15_000) assert.equal(ending % 100, 0)
        else if (millimes < 300_000) assert.include([0, 500, 900], ending)
        else assert.equal(ending, 0)
      })
    )
  })
})
