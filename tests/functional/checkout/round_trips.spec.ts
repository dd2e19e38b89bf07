import { test } from '@japa/runner'
import { buy, type Request } from '../../../bench/purchase.js'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { messagesDuring } from '#tests/support/statements'

/** What each request of an order may ask the database; half the CPU of an order is waiting upon it. */
const MOST = { 'cart write': 1, 'start': 2, 'address': 1, 'shipping': 1, 'complete': 6 }

test.group('Round trips of an order', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('its five requests ask the database eleven times, transactions among them', async ({
    client,
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 9 })
    const counts: Record<string, number> = {}
    const ask = async <Data>({ step, method, path, headers = {}, json }: Request) => {
      let data: unknown
      const messages = await messagesDuring(async () => {
        const request = client[method === 'POST' ? 'post' : 'put'](`/api/v1/${path}`)
        for (const [name, value] of Object.entries(headers)) request.header(name, value)
        const answer = await request.json(json)
        assert.isBelow(answer.status(), 300, answer.text())
        data = answer.body().data
      })
      counts[step] = messages.length
      return data as Data
    }
    // Once for what is asked now and then: which ways to pay are switched off, which promotions there are.
    await buy(ask, sku, 'cod')
    await buy(ask, sku, 'cod')
    assert.deepEqual(counts, MOST)
  })
})
