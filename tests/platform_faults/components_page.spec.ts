import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { lastingPath } from '#app/platform/project_root'
import { ShopProcess } from '#tests/support/shop_process'

/** Limits may not be off in production, as they are in other tests. */
const RATE_LIMITS = ''

/** In production it would be the database of whoever runs these tests. */
const EMBEDDED_POSTGRES = lastingPath(app, 'tmp/postgres')

test.group('The page of components', () => {
  test('is there for those who build pages, and in no shop', async ({ assert, cleanup }) => {
    const statuses: number[] = []
    for (const NODE_ENV of ['test', 'production']) {
      const shop = await ShopProcess.start({ NODE_ENV, RATE_LIMITS, EMBEDDED_POSTGRES })
      cleanup(shop.end)
      const { status } = await fetch(`${shop.url}/admin/_components`, { redirect: 'manual' })
      statuses.push(status)
    }
    assert.deepEqual(statuses, [302, 404])
  })
})
