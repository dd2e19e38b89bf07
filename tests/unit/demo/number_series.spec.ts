import { test } from '@japa/runner'
import { NumberSeries } from '#app/demo/number_series'

const draws = (series: NumberSeries, owner: string, pattern: string, count: number) =>
  Array.from({ length: count }, () => series.draw(owner, [pattern]))

test.group('Number series', () => {
  test('gives every number of a pattern before it repeats one', ({ assert }) => {
    for (const pattern of ['A##', '%#@', '{1|22|333}-#', 'x{|Y}%']) {
      const numbers = draws(new NumberSeries(1), 'brand', pattern, 100)
      assert.lengthOf(new Set(numbers), 100, pattern)
    }
  })

  test('keeps the shape of the pattern', ({ assert }) => {
    for (const number of draws(new NumberSeries(7), 'trw', 'GDB%###', 500)) {
      assert.match(number, /^GDB[1-9]\d{3}$/)
    }
    for (const number of draws(new NumberSeries(7), 'brembo', '09.@###.{10|11}', 500)) {
      assert.match(number, /^09\.[A-HJ-NPR-Z]\d{3}\.(10|11)$/)
    }
  })

  test('starts over with a letter behind when it has run dry', ({ assert }) => {
    const numbers = draws(new NumberSeries(1), 'brand', '{A|B}', 6)
    assert.sameMembers(numbers.slice(0, 2), ['A', 'B'])
    assert.sameMembers(numbers.slice(2, 4), ['AA', 'BA'])
    assert.sameMembers(numbers.slice(4), ['AB', 'BB'])
  })

  test('owners do not disturb each other, and a seed decides the order', ({ assert }) => {
    const alone = draws(new NumberSeries(3), 'a', '####', 20)
    const shared = new NumberSeries(3)
    const mixed = Array.from({ length: 20 }, () => {
      shared.draw('b', ['####'])
      return shared.draw('a', ['####'])
    })
    assert.deepEqual(mixed, alone)
    assert.notDeepEqual(draws(new NumberSeries(4), 'a', '####', 20), alone)
  })

  test('several patterns are used up evenly', ({ assert }) => {
    const series = new NumberSeries(1)
    const numbers = Array.from({ length: 22 }, () => series.draw('mann', ['W#', 'HU##']))
    assert.lengthOf(new Set(numbers), 22)
    assert.isAtMost(numbers.filter((number) => number.startsWith('W')).length, 3)
  })
})
