import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import StaffMember from '#app/staff/members/staff_member'
import { updateRole } from '#app/staff/roles/write_role'
import { canonicalCode, verifyCode } from '#app/staff/second_factor/verify_code'
import { Authenticator, forgetCodes, withSecondFactor } from '#tests/support/authenticator'
import { assertDescribed } from '#tests/support/api_contract'
import { bearer, createStaff, PASSWORD, TESTING } from '#tests/support/staff'
import { loggedIn, WebVisitor } from '#tests/support/web_visitor'

const LOGIN = '/api/admin/auth/login'

/** The key that the page shows to be typed by hand. */
function shownSecret(html: string): string {
  const [, groups = ''] = /class="secret"><bdi dir="ltr">([A-Z2-7 ]+)</.exec(html) ?? []
  return groups.replaceAll(' ', '')
}

test.group('The second factor', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  /** As far as the page that asks for the code. */
  async function halfway(member: StaffMember, page = '/admin') {
    const browser = new WebVisitor()
    await browser.get(page)
    const { to } = await browser.post('/admin/login', { email: member.email, password: PASSWORD })
    return { browser, to }
  }

  test('is set up with a code, and shows its recovery codes once', async ({ assert }) => {
    const member = await createStaff('counter')
    const other = await loggedIn(member)
    const browser = await loggedIn(member)
    const { html } = await browser.get('/admin/account/second-factor')
    const phone = new Authenticator(shownSecret(html))
    assert.lengthOf(phone.secret, 32)
    assert.include(html, '<svg')
    assert.include(html, encodeURIComponent(member.email))
    const again = await browser.get('/admin/account/second-factor')
    assert.equal(shownSecret(again.html), phone.secret, 'reloading changes nothing')

    const page = '/admin/account/second-factor'
    const wrong = await browser.post(page, { code: '000000' })
    assert.equal(wrong.to, page)
    const session = browser.session
    const right = await browser.post(page, { code: ` ${phone.code().replace(/^.../, '$& ')}` })
    assert.equal(right.to, '/admin/account')
    assert.notEqual(browser.session, session, 'who is worth more has a new session')

    const shown = await browser.get('/admin/account')
    const codes = shown.html.match(/\b([A-Z2-7]{4}-){3}[A-Z2-7]{4}\b/g)
    assert.lengthOf(codes!, 10)
    const later = await browser.get('/admin/account')
    assert.notMatch(later.html, /\b([A-Z2-7]{4}-){3}[A-Z2-7]{4}\b/)
    assert.equal(await other.sentTo('/admin'), '/admin/login', 'it was opened without a code')
    const kept = JSON.stringify([
      await sql('select * from second_factors where staff_member_id = $1', [member.id]),
      await sql('select * from recovery_codes where staff_member_id = $1', [member.id]),
      await sql('select changes from audit_log where entity_id = $1', [String(member.id)]),
      await sql(`select data from sessions where data like '%' || $1 || '%'`, [phone.secret]),
    ])
    assert.notInclude(kept, phone.secret)
    assert.notInclude(kept, codes![0].replaceAll('-', ''))
    assert.include(kept, 'second_factor_since')
  })

  test('a login has two steps, and the password alone opens nothing', async ({ assert }) => {
    const member = await createStaff()
    const { phone } = await withSecondFactor(member)
    const { browser, to } = await halfway(member, '/admin/products?q=frein')
    assert.equal(to, '/admin/login/code')
    assert.equal(await browser.sentTo('/admin'), '/admin/login')
    assert.equal(await browser.statusOf('/admin/login/code'), 200)
    const half = browser.copy()
    const wrong = await browser.post('/admin/login/code', { code: '000000' })
    assert.equal(wrong.to, '/admin/login/code')
    const right = await browser.post('/admin/login/code', { code: phone.code() })
    assert.equal(right.to, '/admin/products?q=frein', 'the page that was asked for')
    assert.equal(await browser.statusOf('/admin'), 200)
    assert.notEqual(browser.session, half.session)
    assert.equal(await half.sentTo('/admin/login/code'), '/admin/login', 'that session has ended')
    const stranger = new WebVisitor()
    assert.equal(await stranger.sentTo('/admin/login/code'), '/admin/login')
    const skipped = await stranger.post('/admin/login/code', { code: '000000' }, '/admin/login')
    assert.equal(skipped.to, '/admin/login')
  })

  test('who is disabled or has a new password between the steps starts again', async ({
    assert,
  }) => {
    for (const change of ['disabled_at = now()', `updated_at = now() + interval '1 second'`]) {
      const member = await createStaff()
      const { phone } = await withSecondFactor(member)
      const { browser } = await halfway(member)
      await sql(`update staff_members set ${change} where id = $1`, [member.id])
      const { to } = await browser.post(
        '/admin/login/code',
        { code: phone.code() },
        '/admin/login/code'
      )
      assert.equal(to === '/admin', false)
      assert.equal(await browser.sentTo('/admin'), '/admin/login')
    }
  })

  test('a code counts once, and one step early or late', async ({ assert }) => {
    const member = await createStaff()
    const { phone } = await withSecondFactor(member)
    const verify = (code: string) => verifyCode(member.id, code)
    await assert.rejects(() => verify(phone.code(-3)), /next code/)
    await assert.rejects(() => verify(phone.code(3)), /next code/)
    await verify(phone.code(-1))
    const now = phone.code()
    const both = await Promise.allSettled([verify(now), verify(now), verify(now)])
    assert.lengthOf(
      both.filter(({ status }) => status === 'fulfilled'),
      1
    )
    await assert.rejects(() => verify(now), /next code/)
    await assert.rejects(() => verify(phone.code(-1)), /next code/)
    await verify(phone.code(1))
  })

  test('a code may be typed in the digits of any keyboard', async ({ assert }) => {
    const member = await createStaff()
    const { phone } = await withSecondFactor(member)
    const code = phone.code()
    const typed = (zero: number) =>
      code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
    assert.equal(canonicalCode(typed(0x660)), code)
    assert.equal(canonicalCode(typed(0x6f0)), code)
    await verifyCode(member.id, typed(0x6f0))
  })

  test('a recovery code stands in for the telephone, once, and for its owner only', async ({
    assert,
  }) => {
    const member = await createStaff()
    const other = await createStaff()
    const { codes } = await withSecondFactor(member)
    await withSecondFactor(other)
    assert.lengthOf([...new Set(codes)], 10)
    await assert.rejects(() => verifyCode(other.id, codes[0]), /recovery code/)
    await verifyCode(member.id, ` ${codes[0].toLowerCase()} `)
    await assert.rejects(() => verifyCode(member.id, codes[0]), /recovery code/)
    await verifyCode(member.id, codes[1].replaceAll('-', ''))
    for (const nonsense of ['', '-', "' or 1=1--", 'AAAA-AAAA-AAAA-AAAA', '٠٠٠٠٠٠']) {
      await assert.rejects(() => verifyCode(member.id, nonsense))
    }
  })

  test('wrong codes are throttled, and a right password forgives none of them', async ({
    client,
    assert,
  }) => {
    const member = await createStaff()
    const { phone } = await withSecondFactor(member)
    const attempt = async (code?: string, ip = '41.224.20.1') => {
      const body = { email: member.email, password: PASSWORD, code }
      const response = await client.post(LOGIN).header('X-Forwarded-For', ip).json(body)
      return response.status()
    }
    for (let n = 0; n < 5; n++) {
      assert.equal(await attempt('000000'), 401)
      assert.equal(await attempt(), 401)
    }
    assert.equal(await attempt(phone.code()), 429)
    assert.equal(await attempt(phone.code(), '41.224.20.2'), 200)
  })

  test('programs send the code along, and are told when it is missing', async ({
    client,
    assert,
  }) => {
    const member = await createStaff('buyer')
    const { phone, codes } = await withSecondFactor(member)
    const logIn = (fields: object) =>
      client.post(LOGIN).json({ email: member.email, password: PASSWORD, ...fields })
    const without = await logIn({})
    without.assertStatus(401)
    assert.equal(without.body().code, 'second_factor_required')
    assertDescribed(LOGIN, 'post', without)
    const wrong = await logIn({ code: '123456' })
    assert.deepEqual([wrong.status(), wrong.body().code], [401, 'wrong_code'])
    const guessed = await logIn({ password: 'nope', code: phone.code() })
    assert.equal(guessed.body().code, 'wrong_credentials')
    for (const code of [phone.code(), codes[0]]) {
      const right = await logIn({ code })
      right.assertStatus(200)
      assertDescribed(LOGIN, 'post', right)
    }
    const replayed = await logIn({ code: phone.code() })
    replayed.assertStatus(401)
  })

  test('a role that asks for it opens nothing else before', async ({ client, assert, cleanup }) => {
    const owner = await createStaff()
    const set = (requiresSecondFactor: boolean) =>
      updateRole('warehouse', { requiresSecondFactor }, owner, TESTING)
    cleanup(async () => {
      await set(false)
    })
    const { member, token } = await bearer('warehouse')
    const browser = await loggedIn(member)
    assert.equal(await browser.statusOf('/admin'), 200)
    await set(true)

    const page = '/admin/account/second-factor'
    for (const path of ['/admin', '/admin/account', '/admin/palette?q=a']) {
      assert.equal(await browser.sentTo(path), page, path)
    }
    const refused = await client.get('/api/admin/products').bearerToken(token)
    assert.deepEqual([refused.status(), refused.body().code], [403, 'second_factor_missing'])
    const { html } = await browser.get(page)
    assert.notInclude(html, 'href="/admin/account"')
    await browser.post(page, { code: new Authenticator(shownSecret(html)).code() })
    assert.equal(await browser.statusOf('/admin'), 200)
  })

  test('is removed with the password, not without', async ({ assert }) => {
    const member = await createStaff()
    const { phone } = await withSecondFactor(member)
    const { browser } = await halfway(member)
    await browser.post('/admin/login/code', { code: phone.code() })
    const remove = (presentPassword: string) =>
      browser.post('/admin/account/second-factor/removal', { presentPassword }, '/admin/account')
    await remove('nope')
    await forgetCodes(member)
    await verifyCode(member.id, phone.code())
    await remove(PASSWORD)
    await assert.rejects(() => verifyCode(member.id, phone.code(1)))
    const { secondFactorSince } = await StaffMember.findOrFail(member.id)
    assert.isNull(secondFactorSince)
    const { to } = await halfway(member)
    assert.equal(to, '/admin')
  })
})
