import { test } from '@japa/runner'
import { ShopProcess } from '#tests/support/shop_process'

/** The session cookie that a shop at this address sets. */
async function sessionCookieAt(APP_URL: string, cleanup: (end: () => Promise<void>) => void) {
  const shop = await ShopProcess.start({ APP_URL })
  cleanup(shop.end)
  const response = await fetch(`${shop.url}/admin/login`)
  await response.text()
  const lines = response.headers.getSetCookie()
  const cookie = lines.find((line) => /^(__Host-)?session=/.test(line)) ?? ''
  return { cookie, transport: response.headers.get('strict-transport-security') }
}

test.group('Session cookies', () => {
  test('under https nobody else can read or set them', async ({ assert, cleanup }) => {
    const { cookie, transport } = await sessionCookieAt('https://boutique.example', cleanup)
    assert.match(cookie, /^__Host-session=/)
    for (const mark of [/; Secure/i, /; HttpOnly/i, /; Path=\/(;|$)/i, /; SameSite=Lax/i]) {
      assert.match(cookie, mark)
    }
    assert.notMatch(cookie, /domain=/i)
    assert.include(transport, 'max-age=')
  })

  test('under plain http a telephone in the shop can log in', async ({ assert, cleanup }) => {
    const { cookie } = await sessionCookieAt('http://192.168.1.10:3333', cleanup)
    assert.match(cookie, /^session=/)
    assert.match(cookie, /; HttpOnly/i)
    assert.notMatch(cookie, /; Secure/i)
  })
})
