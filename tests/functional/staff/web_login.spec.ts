import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { resetPassword } from '#app/staff/reset_password'
import type StaffMember from '#app/staff/staff_member'
import { createResetToken, createStaff, PASSWORD } from '#tests/support/staff'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

/** As much of a browser as a login needs: it keeps cookies and follows nothing. */
class Browser {
  #cookies = new Map<string, string>()

  get session() {
    return this.#cookies.get('session')
  }

  /** A copy of this browser as it is now. */
  copy(): Browser {
    const copy = new Browser()
    copy.#cookies = new Map(this.#cookies)
    return copy
  }

  async get(path: string) {
    return this.#send(path)
  }

  async statusOf(path: string) {
    const { status } = await this.get(path)
    return status
  }

  /** Where a page sends its reader instead. */
  async sentTo(path: string) {
    const { to } = await this.get(path)
    return to
  }

  async post(path: string, fields: Record<string, string>, page = path) {
    const { html } = await this.get(page)
    const [, token = ''] = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(html) ?? []
    return this.#send(path, new URLSearchParams({ ...fields, _csrf: token }))
  }

  async #send(path: string, body?: URLSearchParams) {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
    const method = body ? 'POST' : 'GET'
    const headers = { cookie, accept: 'text/html' }
    const response = await fetch(BASE + path, { method, body, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name, value)
    }
    const html = await response.text()
    return { status: response.status, to: response.headers.get('location'), html }
  }
}

async function loggedIn(member: StaffMember): Promise<Browser> {
  const browser = new Browser()
  await browser.post('/admin/login', { email: member.email, password: PASSWORD })
  return browser
}

test.group('Logins of browsers', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('AUTH-01: the session has a new id after login, and the old one is nobody’s', async ({
    assert,
  }) => {
    const member = await createStaff()
    const browser = new Browser()
    await browser.get('/admin/login')
    const before = browser.copy()
    const login = await browser.post('/admin/login', { email: member.email, password: PASSWORD })
    assert.deepEqual([login.status, login.to], [303, '/admin'])
    assert.notEqual(browser.session, before.session)
    assert.equal(await browser.statusOf('/admin'), 200)
    assert.equal(await before.sentTo('/admin'), '/admin/login')
  })

  test('AUTH-06: a new password ends every login, and its link works once', async ({ assert }) => {
    const member = await createStaff()
    const desk = await loggedIn(member)
    const phone = await loggedIn(member)
    const other = await loggedIn(await createStaff())
    const link = await createResetToken(member)
    const late = await createResetToken(member, -1)
    assert.isFalse(await resetPassword(late, 'quatre mots bien choisis'), 'it was too old')
    assert.isTrue(await resetPassword(link, 'quatre mots bien choisis'))
    assert.isFalse(await resetPassword(link, 'quatre mots mal choisis'), 'it was used')
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
