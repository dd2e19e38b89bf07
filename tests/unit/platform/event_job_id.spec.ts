import { test } from '@japa/runner'
import fc from 'fast-check'
import { eventJobId, listen } from '#app/platform/events/listener'
import type { OutboxEvent } from '#app/platform/events/outbox'

const event = (id: number): OutboxEvent => ({
  id,
  type: 'test.happened',
  aggregate: 'thing',
  aggregateId: '1',
  payload: {},
  headers: {},
  createdAt: '2026-01-01T00:00:00.000Z',
})
const UUID_V8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const one = listen({ name: 'unit-one', types: [], handle: async () => {} })
const two = listen({ name: 'unit-two', types: [], handle: async () => {} })
const ids = fc.nat({ max: 2 ** 48 - 1 })

test.group('Id of the job that tells a listener of an event', () => {
  test('is a version 8 UUID, the same every time', ({ assert }) => {
    fc.assert(
      fc.property(ids, (id) => {
        assert.match(eventJobId(event(id), one), UUID_V8)
        assert.equal(eventJobId(event(id), one), eventJobId(event(id), one))
      })
    )
  })

  test('differs between listeners and between events', ({ assert }) => {
    assert.notEqual(eventJobId(event(7), one), eventJobId(event(7), two))
    assert.notEqual(eventJobId(event(7), one), eventJobId(event(8), one))
  })

  test('sorts like the events', ({ assert }) => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const order = eventJobId(event(a), one) < eventJobId(event(b), one)
        assert.equal(order, a < b)
      })
    )
  })
})
