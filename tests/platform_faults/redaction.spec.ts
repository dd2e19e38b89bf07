import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { ShopProcess } from '#tests/support/shop_process'
import { waitUntil } from '#tests/wait_until'

test.group('Logs', () => {
  test('OBS-03: none of twenty seeded secrets is written', async ({ assert, cleanup }) => {
    const shop = await ShopProcess.start({ LOG_LEVEL: 'trace' })
    cleanup(shop.end)
    const secrets: string[] = []
    const secret = () => {
      const value = `s3cret${randomBytes(6).toString('hex')}`
      secrets.push(value)
      return value
    }

    for (let n = 0; n < 4; n++) {
      await fetch(`${shop.url}/api/admin/auth/login?token=${secret()}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'authorization': `Bearer ${secret()}`,
          'cookie': `session=${secret()}`,
          'x-cart-token': secret(),
        },
        body: JSON.stringify({ email: 'nobody@shabou.test', password: secret() }),
      })
    }
    await waitUntil('a line of each request', () => {
      const lines = shop.output.match(/"msg":"request"/g) ?? []
      return lines.length >= 4 && shop.output.includes('/api/admin/auth/login')
    })

    assert.lengthOf(secrets, 20)
    assert.deepEqual(
      secrets.filter((value) => shop.output.includes(value)),
      []
    )
  })
})
