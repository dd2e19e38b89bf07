import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { deviceOf } from '#app/platform/auth/device'
import StaffMember from '#app/staff/members/staff_member'
import { staffLogins } from '#app/staff/login/staff_logins'
import { verifyCredentials } from '#app/staff/login/verify_credentials'
import { createStaff, PASSWORD } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const NEW = 'quatre mots bien choisis'

test.group('The own account', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('name and language are changed, nothing else', async ({ assert }) => {
    const member = await createStaff('counter')
    const browser = await loggedIn(member)
    const page = '/admin/account'
    await browser.post(page, { fullName: 'Amel', locale: 'ar', role: 'owner', email: 'x@y.tn' })
    const changed = await StaffMember.findOrFail(member.id)
    assert.deepEqual(
      [changed.fullName, changed.locale, changed.role, changed.email],
      ['Amel', 'ar', 'counter', member.email]
    )
    const { html } = await browser.get(page)
    assert.include(html, '<html lang="ar" dir="rtl"')
    const [entry] = await sql<{ actor: string }>(
      `select actor from audit_log where entity_id = $1 and changes ? 'full_name' and action = 'updated'`,
      [String(member.id)]
    )
    assert.equal(entry.actor, member.actor)
  })

  test('a new password asks for the present one, and ends every other login', async ({
    client,
    assert,
  }) => {
    const member = await createStaff('counter')
    const token = await staffLogins.issueToken(member)
    const other = await loggedIn(member)
    const browser = await loggedIn(member)
    const change = (presentPassword: string, newPassword: string) =>
      browser.post('/admin/account/password', { presentPassword, newPassword }, '/admin/account')
    const session = browser.session
    await change('nope', NEW)
    await change(PASSWORD, 'azerty123')
    await verifyCredentials(member.email, PASSWORD)
    assert.equal(await other.statusOf('/admin'), 200)
    await change(PASSWORD, NEW)
    await verifyCredentials(member.email, NEW)
    assert.notEqual(browser.session, session)
    assert.equal(await browser.statusOf('/admin'), 200)
    assert.equal(await other.sentTo('/admin'), '/admin/login')
    const api = await client.get('/api/admin/products').bearerToken(token)
    api.assertStatus(401)
  })

  test('five wrong present passwords stop guessing', async ({ assert }) => {
    const member = await createStaff()
    const browser = await loggedIn(member)
    const change = (presentPassword: string) =>
      browser.post(
        '/admin/account/password',
        { presentPassword, newPassword: NEW },
        '/admin/account'
      )
    for (let n = 0; n < 5; n++) await change('nope')
    await change(PASSWORD)
    await verifyCredentials(member.email, PASSWORD)
    const { html } = await browser.get('/admin/account')
    assert.include(html, '15 minutes')
  })

  test('logins are listed, and ended one by one or all at once', async ({ assert }) => {
    const member = await createStaff()
    const [phone, tablet, desk] = [
      await loggedIn(member),
      await loggedIn(member),
      await loggedIn(member),
    ]
    await sql(
      `update logins set user_agent = 'Mozilla/5.0 (iPhone) Safari/605' where sid = (
         select sid from logins where staff_member_id = $1 order by created_at limit 1)`,
      [member.id]
    )
    const list = await desk.get('/admin/account')
    assert.include(list.html, 'Safari · iPhone')
    const ends = [...list.html.matchAll(/logins\/([0-9a-f-]{36})\/end/g)].map(([, sid]) => sid)
    assert.lengthOf(ends, 2, 'not the one that asks')
    const rows = await sql<{ sid: string }>(
      'select sid from logins where staff_member_id = $1 order by created_at',
      [member.id]
    )
    await desk.post(`/admin/account/logins/${rows[0].sid}/end`, {}, '/admin/account')
    assert.equal(await phone.sentTo('/admin'), '/admin/login')
    assert.equal(await tablet.statusOf('/admin'), 200)
    const { status } = await desk.post(
      `/admin/account/logins/${rows[0].sid}/end`,
      {},
      '/admin/account'
    )
    assert.equal(status, 404, 'it has ended')
    await desk.post('/admin/account/other-logins/end', {}, '/admin/account')
    assert.equal(await tablet.sentTo('/admin'), '/admin/login')
    assert.equal(await desk.statusOf('/admin'), 200)
  })

  test('what logs in is called as people call it', ({ assert }) => {
    const windows =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
    for (const [userAgent, device] of [
      [`${windows} Chrome/150.0 Safari/537.36`, 'Chrome · Windows'],
      [`${windows} Chrome/150.0 Safari/537.36 Edg/150.0`, 'Edge · Windows'],
      ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/26 Safari/605.1', 'Safari · macOS'],
      ['Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0', 'Firefox · Android'],
      [
        'Mozilla/5.0 (iPhone; CPU iPhone OS 26 like Mac OS X) CriOS/150 Safari/604',
        'Chrome · iPhone',
      ],
      ['curl/8.14', 'curl/8.14'],
      [null, ''],
    ] as const) {
      assert.equal(deviceOf(userAgent), device)
    }
  })
})
