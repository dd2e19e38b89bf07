import { test } from '@japa/runner'
import { mean, ndcg, pairedBootstrap } from '../../../bench/relevance/ndcg.js'

test.group('NDCG', () => {
  const ratings = new Map([
    ['a', 3],
    ['b', 1],
    ['c', 0],
  ])

  test('is 1 for the best order, less for any other', ({ assert }) => {
    assert.equal(ndcg(['a', 'b', 'c'], ratings), 1)
    assert.isBelow(ndcg(['b', 'a', 'c'], ratings)!, 1)
    assert.equal(ndcg(['c'], ratings), 0)
  })

  test('what nobody judged counts as nothing, or not at all', ({ assert }) => {
    const withStranger = ['x', 'a', 'b']
    assert.isBelow(ndcg(withStranger, ratings)!, 1)
    assert.equal(ndcg(withStranger, ratings, true), 1)
  })

  test('a query that nothing answers has none', ({ assert }) => {
    assert.isUndefined(ndcg(['a'], new Map([['a', 0]])))
  })

  test('the interval of a constant difference is that difference', ({ assert }) => {
    const [low, high] = pairedBootstrap([0.6, 0.7, 0.8], [0.5, 0.6, 0.7])
    assert.closeTo(low, 0.1, 1e-9)
    assert.closeTo(high, 0.1, 1e-9)
    assert.equal(mean([1, 2, 3]), 2)
  })
})
