import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { createStaffMember } from '#app/staff/create_staff_member'
import { expectUnguessable } from '#app/platform/auth/password'
import { resetPassword } from '#app/staff/reset_password'
import { verifyCredentials } from '#app/staff/verify_credentials'
import { submitForm } from '#tests/support/forms'
import { createResetToken, createStaff, PASSWORD, TESTING } from '#tests/support/staff'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
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
    const page = `${BASE}/admin/password/reset/${token}`
    const action = `${BASE}/admin/password/reset`
    assert.equal(await submitForm(page, action, { token, password: 'motdepasse' }), 303)
    assert.equal(
      await submitForm(page, action, { token, password: 'quatre mots bien choisis' }),
      303
    )
    await verifyCredentials(member.email, 'quatre mots bien choisis')
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
