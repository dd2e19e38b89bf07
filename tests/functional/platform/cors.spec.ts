import { test } from '@japa/runner'
import { emptyCatalogue } from '#tests/support/catalogue'
import { ShopProcess } from '#tests/support/shop_process'

test.group('Origins that may read the API', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('when they are some alone, a cache in between keeps their answers apart', async ({
    assert,
    cleanup,
  }) => {
    const shop = await ShopProcess.start({ CORS_ORIGINS: 'https://a.tn,https://b.tn' })
    cleanup(() => shop.end())
    const asked = async (headers: Record<string, string>) => {
      const { headers: answered } = await fetch(`${shop.url}/api/v1/brands`, { headers })
      return [answered.get('access-control-allow-origin'), answered.get('vary')]
    }
    const vary = 'Accept-Encoding, Accept-Language, Origin'

    assert.deepEqual(await asked({ origin: 'https://a.tn' }), ['https://a.tn', vary])
    assert.deepEqual(await asked({ origin: 'https://b.tn' }), ['https://b.tn', vary])
    assert.deepEqual(await asked({ origin: 'https://evil.tn' }), [null, vary])
    assert.deepEqual(await asked({}), [null, vary])
  })

  test('when they are all, their answers are one', async ({ client, assert }) => {
    const response = await client.get('/api/v1/brands').header('Origin', 'https://a.tn')
    response.assertHeader('access-control-allow-origin', '*')
    assert.notInclude(response.header('vary'), 'Origin')
  })
})
