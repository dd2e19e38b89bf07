import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { repeats } from '#tests/depth'
import { sql } from '#app/platform/database/sql'
import AccountMail from '#app/staff/mails/account_mail'
import { assertDescribed } from '#tests/support/api_contract'
import { createStaff, PASSWORD } from '#tests/support/staff'

const URL = '/api/admin/auth/refresh'
const BASE = `http://${process.env.HOST}:${process.env.PORT}`

type Tokens = { accessToken: string; refreshToken: string }

test.group('Renewing logins of API clients', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  async function logIn() {
    const member = await createStaff('counter')
    const response = await fetch(`${BASE}/api/admin/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: member.email, password: PASSWORD }),
    })
    const { data } = (await response.json()) as { data: Tokens }
    return { member, ...data }
  }

  async function refresh(refreshToken: string): Promise<{ status: number; data?: Tokens }> {
    const response = await fetch(BASE + URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    })
    const { data } = (await response.json()) as { data?: Tokens }
    return { status: response.status, data }
  }

  const renew = async (refreshToken: string) => {
    const { data } = await refresh(refreshToken)
    return data!
  }

  const statusOfRenewing = async (refreshToken: string) => {
    const { status } = await refresh(refreshToken)
    return status
  }

  const statusWith = async (accessToken: string) => {
    const headers = { authorization: `Bearer ${accessToken}` }
    const response = await fetch(`${BASE}/api/admin/products`, { headers })
    await response.text()
    return response.status
  }

  /** As if the newest token of every login had been made so many seconds ago. */
  const wait = (seconds: number) =>
    sql(`update logins set rotated_at = rotated_at - $1 * interval '1 second'`, [seconds])

  test('gives a fresh access token and the next refresh token', async ({ client, assert }) => {
    const { refreshToken } = await logIn()
    const response = await client.post(URL).json({ refreshToken })
    response.assertStatus(200)
    response.assertHeader('cache-control', 'no-store')
    assertDescribed(URL, 'post', response)
    const { data } = response.body()
    assert.notEqual(data.refreshToken, refreshToken)
    assert.deepEqual(data.staff.roles, ['counter'])
    assert.equal(await statusWith(data.accessToken), 200)
  })

  test('JWT-04: a token that was replaced long ago ends the login, and its owner is told', async ({
    assert,
  }) => {
    const { mails } = mail.fake()
    try {
      const first = await logIn()
      const second = await renew(first.refreshToken)
      const third = await renew(second.refreshToken)
      await wait(60)
      assert.equal(await statusOfRenewing(first.refreshToken), 401)
      for (const { accessToken, refreshToken } of [first, second, third]) {
        assert.equal(await statusWith(accessToken), 401)
        assert.equal(await statusOfRenewing(refreshToken), 401)
      }
      mails.assertQueued(
        AccountMail,
        ({ message, notice }) => notice === 'loginEnded' && message.hasTo(first.member.email)
      )
      const events = await sql(`select type from outbox where type = 'login.ended'`)
      assert.isNotEmpty(events)
    } finally {
      mail.restore()
    }
  })

  test('JWT-05: twenty tabs at once, and a lost answer, all get the same successor', async ({
    assert,
  }) => {
    for (let n = 0; n < repeats(5, 100); n++) {
      await sql('delete from token_buckets')
      const { refreshToken } = await logIn()
      const tabs = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)))
      await wait(5)
      tabs.push(await refresh(refreshToken))
      assert.deepEqual([...new Set(tabs.map(({ status }) => status))], [200])
      assert.equal(new Set(tabs.map(({ data }) => data!.refreshToken)).size, 1)
      assert.equal(await statusOfRenewing(tabs[0].data!.refreshToken), 200)
    }
  })

  test('nothing but a refresh token of staff renews, and only while the login lives', async ({
    assert,
  }) => {
    const idle = await logIn()
    const disabled = await logIn()
    await sql(
      `update logins set last_seen_at = now() - interval '31 days' where staff_member_id = $1`,
      [idle.member.id]
    )
    await sql('update staff_members set disabled_at = now() where id = $1', [disabled.member.id])
    const living = await logIn()
    const [body, signature] = living.refreshToken.split('.')
    for (const token of [
      ...[idle.refreshToken, disabled.refreshToken, disabled.accessToken],
      ...['x', `${body}.`, `.${signature}`, `${body}.${signature}x`, `${body}x.${signature}`],
    ]) {
      assert.equal(await statusOfRenewing(token), 401, token)
    }
  })

  test('logging out ends both tokens of this login, and no other', async ({ client, assert }) => {
    const gone = await logIn()
    const other = await logIn()
    const response = await client.post('/api/admin/auth/logout').bearerToken(gone.accessToken)
    response.assertStatus(204)
    assertDescribed('/api/admin/auth/logout', 'post', response)
    assert.equal(await statusWith(gone.accessToken), 401)
    assert.equal(await statusOfRenewing(gone.refreshToken), 401)
    assert.equal(await statusWith(other.accessToken), 200)
    const without = await client.post('/api/admin/auth/logout')
    without.assertStatus(401)
  })
})
