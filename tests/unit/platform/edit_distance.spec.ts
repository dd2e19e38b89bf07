import { test } from '@japa/runner'
import fc from 'fast-check'
import { editDistance } from '#app/platform/text/edit_distance'
import { neighbours } from '#app/platform/text/neighbours'

test.group('Edit distance', () => {
  test('counts what typing errors do', ({ assert }) => {
    assert.equal(editDistance('frein', 'frein', 2), 0)
    assert.equal(editDistance('frien', 'frein', 2), 1)
    assert.equal(editDistance('fren', 'frein', 2), 1)
    assert.equal(editDistance('plaqete', 'plaquette', 2), 2)
    assert.equal(editDistance('frein', 'filtre', 2), 3)
    assert.equal(editDistance('a', 'abcdef', 2), 3)
  })

  test('every neighbour is one error away, and the word itself is none', ({ assert }) => {
    const words = fc.string({ unit: fc.constantFrom(...'abcxyz019'), minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(words, (word) => {
        const spellings = neighbours(word)
        assert.notInclude(spellings, word)
        for (const spelling of spellings) assert.equal(editDistance(word, spelling, 2), 1)
      }),
      { numRuns: 50 }
    )
  })
})
