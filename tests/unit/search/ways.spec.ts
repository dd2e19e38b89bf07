import { test } from '@japa/runner'
import { waysTo } from '#app/search/engine/ways'
import type { Alternative, WordGroup } from '#app/search/understanding/understood'

const word = (term: string, beside?: string[], cover = 1): Alternative => ({
  ...{ term, boost: 1, cover },
  ...(beside && { beside }),
})

const group = (alternatives: Alternative[], vehicleTypeIds: number[] = []): WordGroup => ({
  ...{ words: [], alternatives, vehicleTypeIds },
})

const ways = (groups: WordGroup[]) => waysTo({ groups, words: [], isKnown: true })

test.group('Ways to candidates', () => {
  test('what another word finds as well is not asked for beside it', ({ assert }) => {
    const model = group([word('golf', ['vii']), word('golf'), word('golf')])
    const [whole] = ways([model, group([word('bosch')])])
    assert.equal(whole.query, `(('golf')) & (('bosch'))`)
  })

  test('nothing is looked for twice', ({ assert }) => {
    const part = group([word('category:45'), word('category:45', ['moteur'], 0.5)])
    const asked = ways([part, group([word('301')], [7]), group([word('sasic')])])
    const keys = asked.map(({ query, car, terms }) => JSON.stringify([query, car, terms]))
    assert.deepEqual(keys, [...new Set(keys)])
    assert.deepEqual([...new Set(asked.map(({ level }) => level))], [0, 2, 3])
  })
})
