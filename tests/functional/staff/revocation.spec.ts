import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import {
  currentSigningKey,
  rotateSigningKeys,
  verificationKey,
} from '#app/platform/auth/signing_keys'
import { sql } from '#app/platform/database/sql'
import { openApiLogin, staffLogins } from '#app/staff/login/staff_logins'
import { promised, repeats } from '#tests/depth'
import { createStaff, PASSWORD } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

async function statusWith(token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${BASE}/api/admin/products?limit=1`, { headers })
  await response.text()
  return response.status
}

test.group('Access tokens that are out', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('JWT-06: die within five seconds of what ends their login', async ({ assert }) => {
    const page = '/admin/account'
    const NEW = 'quatre mots bien choisis'
    for (const way of ['one', 'all', 'password']) {
      const member = await createStaff('counter')
      const { accessToken } = await openApiLogin(member, { ip: '::1', userAgent: 'curl/8' })
      const browser = await loggedIn(member)
      const other = await staffLogins.issueToken(await createStaff('counter'))
      assert.equal(await statusWith(accessToken), 200)
      const [{ sid }] = await sql<{ sid: string }>(
        `select sid from logins where staff_member_id = $1 and kind = 'api'`,
        [member.id]
      )
      const started = performance.now()
      if (way === 'one') await browser.post(`/admin/account/logins/${sid}/end`, {}, page)
      else if (way === 'all') await browser.post('/admin/account/other-logins/end', {}, page)
      else {
        const fields = { presentPassword: PASSWORD, newPassword: NEW }
        await browser.post('/admin/account/password', fields, page)
      }
      while (
        (await statusWith(accessToken)) === 200 &&
        performance.now() - started < promised(6_000)
      );
      assert.isBelow(performance.now() - started, promised(5_000), way)
      assert.equal(await statusWith(accessToken), 401, way)
      assert.equal(await statusWith(other), 200, 'nobody else’s')
    }
  })

  test('JWT-07: stay good while keys are rotated under load', async ({ assert }) => {
    const member = await createStaff('counter')
    const issue = () => staffLogins.issueToken(member)
    const tokens = [await issue()]
    const kids = new Set([await currentSigningKey().then(({ kid }) => kid)])
    const statuses: number[] = []
    let isOver = false
    const client = async () => {
      while (!isOver) {
        await sql('delete from token_buckets')
        statuses.push(await statusWith(tokens[statuses.length % tokens.length]))
      }
    }
    const load = Promise.all([client(), client(), client(), client()])
    for (let n = 0; n < repeats(5, 30); n++) {
      kids.add(await rotateSigningKeys())
      tokens.push(await issue())
    }
    const seen = statuses.length
    while (statuses.length < seen + 50) await new Promise((resolve) => setTimeout(resolve, 10))
    isOver = true
    await load
    assert.deepEqual([...new Set(statuses)], [200])
    assert.isAbove(kids.size, 5)
    const current = await currentSigningKey()
    assert.isTrue(kids.has(current.kid))
  })

  test('a key whose retirement is over is no key', async ({ assert }) => {
    const [{ kid }] = await sql<{ kid: string }>(
      `insert into signing_keys (kid, public_jwk, private_jwk, retired_at)
       select $1, public_jwk, private_jwk, now() - interval '1 second' from signing_keys limit 1
       returning kid`,
      [randomUUID()]
    )
    assert.isUndefined(await verificationKey(kid))
    await sql(`update signing_keys set retired_at = now() + interval '1 minute' where kid = $1`, [
      kid,
    ])
    const key = await verificationKey(kid)
    assert.equal(key?.kid, kid)
    await sql('delete from signing_keys where kid = $1', [kid])
  })
})
