import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { resetPassword } from '#app/staff/members/reset_password'
import { createResetToken, createStaff, PASSWORD } from '#tests/support/staff'
import { loggedIn, WebVisitor } from '#tests/support/web_visitor'

test.group('Logins of browsers', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('AUTH-01: the session has a new id after login, and the old one is nobody’s', async ({
    assert,
  }) => {
    const member = await createStaff()
    const browser = new WebVisitor()
    await browser.get('/admin/login')
    const before = browser.copy()
    const login = await browser.post('/admin/login', { email: member.email, password: PASSWORD })
    assert.deepEqual([login.status, login.to], [303, '/admin'])
    assert.notEqual(browser.session, before.session)
    assert.equal(await browser.statusOf('/admin'), 200)
    assert.equal(await before.sentTo('/admin'), '/admin/login')
  })

  test('a login leads back to the page that was asked for, once', async ({ assert }) => {
    const member = await createStaff()
    const login = { email: member.email, password: PASSWORD }
    const browser = new WebVisitor()
    const page = '/admin/products?status=draft&q=frein'
    const sentTo = await browser.sentTo(page)
    const { pathname } = new URL(sentTo!, browser.base)
    assert.equal(pathname, '/admin/login')
    await browser.get('/admin/imports/1', { 'X-Fragment': 'live' })
    await browser.get('/admin/products/export.csv')
    assert.include(await browser.htmlOf('/admin/login'), 'vous reviendrez à la page demandée')
    const wrong = await browser.post('/admin/login', { ...login, password: 'pas le bon' })
    assert.equal(wrong.to, '/admin/login')
    const { to } = await browser.post('/admin/login', login)
    assert.equal(to, page)
    await browser.post('/admin/logout', {}, '/admin')
    const later = await browser.post('/admin/login', login)
    assert.equal(later.to, '/admin')
  })

  /** Somebody who sends a form from that page when the session is over, or the login alone. */
  async function sentTooLate(
    page: string,
    action: string,
    fields: Record<string, string>,
    { table = 'sessions', referrer = page, at = undefined as string | undefined } = {}
  ) {
    const member = await createStaff()
    const browser = await loggedIn(member)
    const token = await browser.tokenOn(page)
    await sql(`delete from ${table}`)
    const form = new URLSearchParams({ _csrf: token, ...fields })
    const referer = (at ?? browser.base) + referrer
    const sent = await browser.send('POST', action, form, { referer })
    const logIn = ({ email } = member) =>
      browser.post('/admin/login', { email, password: PASSWORD })
    return { browser, sent, logIn }
  }

  for (const table of ['sessions', 'logins'])
    test(`a form that is sent when its row of ${table} is gone is filled in after the login, and not saved`, async ({
      assert,
    }) => {
      const fields = { name: 'Bosch <Tunis>', website: 'https://bosch.tn', description: 'a\r\nb' }
      const page = '/admin/brands/new'
      const { browser, sent, logIn } = await sentTooLate(page, '/admin/brands', fields, { table })
      assert.equal(new URL(sent.to!, browser.base).pathname, '/admin/login')
      assert.include(await browser.htmlOf('/admin/login'), 'ce que vous avez saisi est gardé')
      const back = await logIn()
      assert.equal(back.to, page)
      const html = await browser.htmlOf(page)
      assert.include(html, 'rien n’est encore enregistré')
      assert.include(html, 'value="Bosch &lt;Tunis&gt;"')
      assert.include(html, 'value="https://bosch.tn"')
      assert.match(html, />a\r\nb<\/textarea>/)
      assert.isEmpty(await sql(`select 1 from brands where name like 'Bosch <%'`))
      const again = await browser.htmlOf(page)
      assert.notInclude(again, 'Bosch', 'it is brought back once')
    })

  test('who logs in next on the same computer does not meet what another has typed', async ({
    assert,
  }) => {
    const late = await sentTooLate('/admin/brands/new', '/admin/brands', { name: 'Bosch' })
    await late.logIn(await createStaff('owner'))
    assert.notInclude(await late.browser.htmlOf('/admin/brands/new'), 'Bosch')
  })

  test('a form that has gone meanwhile is told to be lost', async ({ assert }) => {
    const late = await sentTooLate('/admin/brands/new', '/admin/brands/1', { name: 'Bosch' })
    await late.logIn()
    assert.include(await late.browser.htmlOf('/admin/brands/new'), 'n’a plus sa place ici')
  })

  test('what other sites send is not kept, nor are passwords', async ({ assert }) => {
    const typed = { name: 'Bosch' }
    const ways = [
      await sentTooLate('/admin/brands/new', '/admin/brands', typed, { at: 'https://evil.tn' }),
      await sentTooLate('/admin/account', '/admin/account/password', { newPassword: 'abc def' }),
      await sentTooLate('/admin/brands/new', '/admin/brands', { password: 'abc def' }),
    ]
    for (const { browser } of ways)
      assert.notInclude(await browser.htmlOf('/admin/login'), 'ce que vous avez saisi')
    const fields = { name: 'Bosch', note: 'a'.repeat(80_000) }
    const { browser } = await sentTooLate('/admin/brands/new', '/admin/brands', fields)
    assert.notInclude(await browser.htmlOf('/admin/login'), 'ce que vous avez saisi')
  })

  test('a kept form does not lie readable among the sessions', async ({ assert }) => {
    await sentTooLate('/admin/brands/new', '/admin/brands', { name: 'geheim-4711' })
    assert.isEmpty(await sql(`select 1 from sessions where data like '%geheim-4711%'`))
  })

  test('AUTH-06: a new password ends every login, and its link works once', async ({ assert }) => {
    const member = await createStaff()
    const desk = await loggedIn(member)
    const phone = await loggedIn(member)
    const other = await loggedIn(await createStaff())
    const link = await createResetToken(member)
    const forgotten = await createResetToken(member)
    const late = await createResetToken(member, -1)
    assert.isFalse(await resetPassword(late, 'quatre mots bien choisis'), 'it was too old')
    assert.isTrue(await resetPassword(link, 'quatre mots bien choisis'))
    assert.isFalse(await resetPassword(link, 'quatre mots mal choisis'), 'it was used')
    assert.isFalse(await resetPassword(forgotten, 'quatre mots mal choisis'), 'it ended with it')
    assert.isFalse(await resetPassword('x'.repeat(43), 'quatre mots mal choisis'))
    for (const browser of [desk, phone]) {
      assert.equal(await browser.sentTo('/admin'), '/admin/login')
      assert.equal(await browser.statusOf('/admin/login'), 200, 'and not back and forth')
    }
    assert.equal(await other.statusOf('/admin'), 200)
  })

  test('AUTH-07: who is disabled is out at once, a login that was ended elsewhere too', async ({
    assert,
  }) => {
    const disabled = await createStaff()
    const ended = await createStaff()
    const old = await createStaff()
    const browsers = [await loggedIn(disabled), await loggedIn(ended), await loggedIn(old)]
    await sql('update staff_members set disabled_at = now() where id = $1', [disabled.id])
    await sql('update logins set revoked_at = now() where staff_member_id = $1', [ended.id])
    await sql(
      `update logins set created_at = now() - interval '8 days' where staff_member_id = $1`,
      [old.id]
    )
    for (const browser of browsers) {
      assert.equal(await browser.sentTo('/admin'), '/admin/login')
      assert.equal(await browser.statusOf('/admin/login'), 200)
    }
  })

  test('a browser that is left alone for eight hours, or that is busy for seven days, logs in again', async ({
    assert,
  }) => {
    const idle = await createStaff()
    const busy = await createStaff()
    const forgotten = await createStaff()
    const browsers = [await loggedIn(idle), await loggedIn(busy), await loggedIn(forgotten)]
    for (const browser of browsers) assert.equal(await browser.statusOf('/admin'), 200)
    const since = (column: string, hours: number, { id }: { id: number }) =>
      sql(
        `update logins set ${column} = now() - $1 * interval '1 hour' where staff_member_id = $2`,
        [hours, id]
      )
    await since('last_seen_at', 7.9, idle)
    await since('created_at', 167, busy)
    for (const browser of browsers) assert.equal(await browser.statusOf('/admin'), 200)
    await since('last_seen_at', 8.1, idle)
    await since('created_at', 169, busy)
    const age = `expires_at - interval '8 hours'`
    await sql(`update sessions set expires_at = ${age} where data like '%' || $1 || '%'`, [
      await sidOf(forgotten),
    ])
    for (const browser of browsers) assert.equal(await browser.sentTo('/admin'), '/admin/login')
  })

  test('a new link to a password does not outlive the one that was used', async ({ assert }) => {
    const member = await createStaff()
    const links = [await createResetToken(member), await createResetToken(member)]
    const others = await createResetToken(await createStaff())
    assert.isTrue(await resetPassword(links[0], 'quatre mots bien choisis'))
    assert.isFalse(await resetPassword(links[1], 'quatre mots mal choisis'))
    assert.isTrue(await resetPassword(others, 'quatre mots bien choisis'))
  })

  test('logging out ends the login, and a copy of the cookie is worth nothing', async ({
    assert,
  }) => {
    const member = await createStaff()
    const browser = await loggedIn(member)
    const copy = browser.copy()
    await browser.post('/admin/logout', {}, '/admin')
    assert.equal(await copy.sentTo('/admin'), '/admin/login')
    assert.isEmpty(
      await sql('select 1 from logins where staff_member_id = $1 and revoked_at is null', [
        member.id,
      ])
    )
  })
})

async function sidOf({ id }: { id: number }): Promise<string> {
  const [{ sid }] = await sql<{ sid: string }>(
    'select sid from logins where staff_member_id = $1',
    [id]
  )
  return sid
}
