import { test } from '@japa/runner'
import fc from 'fast-check'
import { decodeCursor, encodeCursor } from '#app/platform/lists/cursor'

const place = fc.record({
  value: fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.maxSafeInteger()),
  id: fc.maxSafeNat(),
})

test.group('Cursors', () => {
  test('say the place they were made of, in their own list only', ({ assert }) => {
    fc.assert(
      fc.property(place, (made) => {
        const cursor = encodeCursor('brands:name:asc', made)
        assert.deepEqual(decodeCursor('brands:name:asc', cursor), made)
        assert.throws(() => decodeCursor('brands:name:desc', cursor), /does not belong/)
      })
    )
  })

  test('are refused when a single letter has changed', ({ assert }) => {
    const letter = fc.constantFrom(...'ABCxyz019-_.')
    fc.assert(
      fc.property(place, fc.nat(), letter, (made, at, other) => {
        const cursor = encodeCursor('brands:name:asc', made)
        const index = at % cursor.length
        fc.pre(cursor[index] !== other)
        const changed = cursor.slice(0, index) + other + cursor.slice(index + 1)
        assert.throws(() => decodeCursor('brands:name:asc', changed), /does not belong/)
      })
    )
  })

  test('are refused when they are none', ({ assert }) => {
    for (const none of ['', '.', 'AAAA', 'a.b', 'a.b.c', '\0', '__proto__', 'é.é']) {
      assert.throws(() => decodeCursor('brands:name:asc', none), /does not belong/)
    }
  })
})
