import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { createStaff, PASSWORD } from '#tests/support/staff'
import { nowhere, staffRoutes } from '#tests/support/staff_routes'
import { loggedIn, WebVisitor } from '#tests/support/web_visitor'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

/** Tables that change because somebody looks, not because something happened. */
const TRACES = ['sessions', 'token_buckets', 'rate_limits']

/** What is in every table, as one number each. */
async function contents(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1)
     order by 1`,
    [TRACES]
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const row = name === 'logins' ? `(sid, revoked_at)::text` : 't::text'
    const [{ sum }] = await sql<{ sum: string }>(
      `select count(*) || ':' || coalesce(sum(hashtext(${row})), 0) as sum from "${name}" t`
    )
    found[name] = sum
  }
  return found
}

test.group('What other sites can make a browser do', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  const forms = () => staffRoutes().filter(({ isApi, method }) => !isApi && method !== 'GET')

  test('SEC-13: a form without the token of its session does nothing', async ({ assert }) => {
    const member = await createStaff()
    const browser = await loggedIn(member)
    const stranger = await loggedIn(await createStaff())
    const tokens = {
      none: undefined,
      empty: '',
      wrong: 'x'.repeat(40),
      stolen: await stranger.tokenOn('/admin/account'),
    }
    const fields = {
      ...{ email: member.email, password: PASSWORD, fullName: 'Eve', locale: 'ar' },
      ...{ presentPassword: PASSWORD, newPassword: 'quatre mots bien choisis', name: 'Eve' },
      ...{ role: 'owner', code: '123456', version: '1' },
    }
    const before = await contents()
    for (const { pattern, method } of forms()) {
      const path = nowhere(pattern)
      for (const [kind, token] of Object.entries(tokens)) {
        await sql('delete from token_buckets')
        const form = new URLSearchParams({
          ...fields,
          ...(token !== undefined && { _csrf: token }),
        })
        const page = await browser.send(method, path, form, { referer: `${BASE}/admin/account` })
        assert.deepEqual([page.status, page.to], [302, `${BASE}/admin/account`], `${kind}: ${path}`)
        const json = await browser.send(method, path, form, { accept: 'application/json' })
        assert.equal(json.status, 403, `${kind}: ${path}`)
      }
    }
    assert.deepEqual(await contents(), before)
    assert.equal(await browser.statusOf('/admin'), 200, 'nor did it log anybody out')
  })

  test('SEC-13: nor does one that says it is something else', async ({ assert }) => {
    const member = await createStaff()
    const browser = await loggedIn(member)
    const token = await browser.tokenOn('/admin/account')
    const body = JSON.stringify({ fullName: 'Eve', locale: 'fr', _csrf: token })
    const plain = await browser.send('POST', '/admin/account', body, {
      'content-type': 'text/plain',
    })
    assert.equal(plain.status, 415)
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const { status } = await browser.send('POST', '/admin/staff/1?_method=DELETE', undefined, {
        'x-http-method-override': method,
      })
      assert.notEqual(status, 204)
      const sent = await browser.send(method, '/admin/account', undefined)
      assert.equal(sent.status, 405)
    }
    const [{ name }] = await sql<{ name: string }>(
      'select full_name as name from staff_members where id = $1',
      [member.id]
    )
    assert.notEqual(name, 'Eve')
  })

  test('SEC-13: reading changes nothing', async ({ assert }) => {
    const member = await createStaff()
    const browser = await loggedIn(member)
    const pages = staffRoutes().filter(({ method, isApi }) => method === 'GET' && !isApi)
    const before = await contents()
    for (const { pattern } of pages) {
      await sql('delete from token_buckets')
      await browser.get(nowhere(pattern))
      await browser.get(pattern.replace('staff/:id', `staff/${member.id}`).replace(':key', 'buyer'))
    }
    assert.deepEqual(await contents(), before)
    assert.isAbove(pages.length, 10)
  })

  test('SEC-12: no address leads away from here', async ({ assert }) => {
    const evil = [
      ...['//evil.tn', '/\\evil.tn', '\\\\evil.tn', 'https:evil.tn', 'https://evil.tn'],
      ...['///evil.tn', '/%09/evil.tn', '/%0d%0aLocation:%20//evil.tn', 'javascript:alert(1)'],
      ...['http://127.0.0.1@evil.tn/', `${BASE}@evil.tn/`, `${BASE}.evil.tn/`, 'data:text/html,x'],
      ...['//evil.tn/%2f..', 'https://evil.tn\\@127.0.0.1', 'http:///evil.tn', 'ftp://evil.tn'],
      ...['//[::1]', 'https://evil.tn#127.0.0.1', 'https://evil.tn?127.0.0.1', '/admin/../../evil'],
      ...['//evil%E3%80%82tn', 'http://evil.tn:80/', 'HTTPS://EVIL.TN', '%2f%2fevil.tn'],
    ]
    const member = await createStaff()
    const names = ['next', 'url', 'redirect', 'return_to', 'returnTo', 'back', 'to', 'continue']
    for (const address of evil) {
      await sql('delete from token_buckets')
      await sql('delete from rate_limits')
      const query = names.map((name) => `${name}=${encodeURIComponent(address)}`).join('&')
      const browser = new WebVisitor()
      const token = await browser.tokenOn(`/admin/login?${query}`)
      const headers = { referer: address }
      const form = (fields: Record<string, string>) =>
        new URLSearchParams({
          ...Object.fromEntries(names.map((name) => [name, address])),
          ...fields,
        })
      const steps = [
        await browser.send('POST', `/admin/login?${query}`, form({}), headers),
        await browser.send('POST', `/admin/login?${query}`, form({ _csrf: token }), headers),
        await browser.send(
          'POST',
          `/admin/login?${query}`,
          form({ _csrf: token, email: member.email, password: PASSWORD }),
          headers
        ),
        await browser.get(`/admin/login?${query}`, headers),
        await new WebVisitor().get(`/admin?${query}`, headers),
      ]
      for (const { to, status } of steps) {
        assert.isNotNull(to, `${status} for ${address}`)
        const { origin } = new URL(to!, BASE)
        assert.equal(origin, BASE, address)
        assert.notMatch(to!, /^[/\\]{2}|^javascript/i)
      }
    }
  })

  test('SEC-14: other origins read nothing that is somebody’s', async ({ assert }) => {
    const browser = await loggedIn(await createStaff())
    const origins = [
      ...['null', 'https://evil.tn', 'http://sub.evil.tn', `${BASE}.evil.tn`, 'file://'],
      ...[
        'https://evil.tn.attacker.example',
        'https://127.0.0.1',
        'http://localhost',
        'chrome-extension://x',
      ],
      `${BASE}@evil.tn`,
    ]
    for (const origin of origins) {
      for (const path of ['/admin', '/admin/login', '/admin/account', '/api/admin/products']) {
        for (const method of ['GET', 'OPTIONS']) {
          await sql('delete from token_buckets')
          const response = await fetch(BASE + path, {
            method,
            headers: {
              origin,
              'cookie': `session=${browser.session}`,
              'access-control-request-method': 'POST',
            },
          })
          await response.text()
          const allowed = response.headers.get('access-control-allow-origin')
          assert.isNull(response.headers.get('access-control-allow-credentials'))
          assert.isTrue(allowed === null || (allowed === '*' && path.startsWith('/api')), origin)
        }
      }
    }
  })
})
