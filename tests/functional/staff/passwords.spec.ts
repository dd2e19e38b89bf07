import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { changePassword } from '#app/staff/members/change_password'
import { createStaffMember } from '#app/staff/members/create_staff_member'
import { expectUnguessable } from '#app/platform/auth/password'
import { resetPassword } from '#app/staff/members/reset_password'
import { verifyCredentials } from '#app/staff/login/verify_credentials'
import { createResetToken, createStaff, PASSWORD, TESTING } from '#tests/support/staff'
import { WebVisitor } from '#tests/support/web_visitor'

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const AMEL = { email: 'amel.trabelsi@shabou.tn', fullName: 'Amel Trabelsi' }

test.group('Passwords', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
  })

  test('what everybody tries first is refused, what nobody guesses is not', async ({ assert }) => {
    for (const weak of [
      ...['12345678', 'motdepasse', 'azertyuiop', 'azerty123', 'Passw0rd!', 'Shabou2026'],
      ...['trabelsi', 'AmelAmel', 'a'.repeat(128), 'abcdefgh', 'bonjour123'],
    ]) {
      await assert.rejects(() => expectUnguessable(weak, AMEL), /four words/)
    }
    for (const strong of [PASSWORD, 'Kx7pQ2mZ', 'قهوة زيتون باب بحر'])
      await expectUnguessable(strong, AMEL).catch(() => assert.fail(strong))
  })

  test('a guessable password leaves the old one and the link as they were', async ({ assert }) => {
    const member = await createStaff()
    const token = await createResetToken(member)
    await assert.rejects(() => resetPassword(token, 'motdepasse'), /four words/)
    await verifyCredentials(member.email, PASSWORD)
    assert.isTrue(await resetPassword(token, 'quatre mots sans rapport'))
    await verifyCredentials(member.email, 'quatre mots sans rapport')
  })

  test('the page says so, and lets try again', async ({ assert }) => {
    const member = await createStaff()
    const token = await createResetToken(member)
    const page = `/admin/password/reset/${token}`
    const visitor = new WebVisitor()
    for (const password of ['motdepasse', 'quatre mots bien choisis']) {
      const { status } = await visitor.post('/admin/password/reset', { token, password }, page)
      assert.equal(status, 303, password)
    }
    await verifyCredentials(member.email, 'quatre mots bien choisis')
  })

  test('no transaction waits while a password is hashed', async ({ assert }) => {
    const member = await createStaff()
    const token = await createResetToken(member)
    const email = `neuf.${Date.now()}@shabou.test`
    const newcomer = { email, role: 'counter', password: 'six mots sans rapport' }
    const changes = [
      () => resetPassword(token, 'quatre mots sans rapport'),
      () => changePassword(member, { password: 'cinq mots sans rapport', login: UNKNOWN }, TESTING),
      () => createStaffMember(newcomer, TESTING),
    ]
    for (const change of changes) {
      let isOver = false
      const changed = change().finally(() => (isOver = true))
      let [waiting, asked] = [0, 0]
      while (!isOver) {
        const [{ open }] = await sql<{ open: number }>(
          `select count(*)::int as open from pg_stat_activity
           where datname = current_database() and state = 'idle in transaction'`
        )
        waiting += Math.min(open, 1)
        asked += 1
      }
      await changed
      assert.isAbove(asked, 5)
      assert.isBelow(waiting / asked, 0.5)
    }
  })

  test('accounts are not created with a guessable password', async ({ assert }) => {
    await assert.rejects(
      () =>
        createStaffMember(
          { email: 'new@shabou.test', role: 'counter', password: 'azerty123' },
          TESTING
        ),
      /four words/
    )
    assert.isEmpty(await sql(`select 1 from staff_members where email = 'new@shabou.test'`))
  })

  test('AUTH-05: composed or not an accent is the same, a leading space counts, 129 letters are refused', async ({
    client,
    assert,
  }) => {
    const email = `nfc.${Date.now()}@shabou.test`
    const password = ' étagère vélo brûlé '
    const decomposed = password.normalize('NFD')
    await createStaffMember({ email, role: 'counter', password: decomposed }, TESTING)
    await verifyCredentials(email, password.normalize('NFC'))
    await assert.rejects(() => verifyCredentials(email, password.trim()))
    // Just below the limit of a body: beyond it the connection is cut while the client still sends.
    for (const refused of ['x'.repeat(129), 'x'.repeat(1_000_000), '', 5, null, [PASSWORD]]) {
      const response = await client.post('/api/admin/auth/login').json({ email, password: refused })
      response.assertStatus(422)
    }
    const withNul = await client
      .post('/api/admin/auth/login')
      .json({ email, password: `${password}\0` })
    withNul.assertStatus(422)
  })
})
