import { randomInt } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import CustomerMail from '#app/customers/mails/customer_mail'
import { loginsOfCustomers } from '#app/customers/customer_logins'
import { warnCustomer } from '#app/customers/warn_customer'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { openApiLogin } from '#app/staff/login/staff_logins'
import { assertDescribed } from '#tests/support/api_contract'
import {
  createCustomer,
  CUSTOMER_PASSWORD,
  customerBearer,
  newEmail,
} from '#tests/support/customers'
import { bearer, createStaff } from '#tests/support/staff'

const REGISTER = '/api/v1/auth/register'
const LOGIN = '/api/v1/auth/login'
const REFRESH = '/api/v1/auth/refresh'
const LOGOUT = '/api/v1/auth/logout'
const ME = '/api/v1/me'
const SESSIONS = '/api/v1/me/sessions'

const someone = () => ({
  ...{ fullName: 'Amel Trabelsi', email: newEmail(), password: CUSTOMER_PASSWORD },
})

test.group('Accounts of customers', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('registering opens an account and logs in', async ({ client, assert }) => {
    const person = someone()
    const response = await client
      .post(`${REGISTER}?locale=ar`)
      .json({ ...person, email: person.email.toUpperCase(), phone: '20.123.456' })
    response.assertStatus(201)
    response.assertHeader('cache-control', 'no-store')
    assert.isUndefined(response.header('set-cookie'))
    assertDescribed(REGISTER, 'post', response)
    const { accessToken, expiresIn, customer } = response.body().data
    assert.equal(expiresIn, 900)
    assert.containSubset(customer, {
      ...{ fullName: 'Amel Trabelsi', email: person.email, phone: '+21620123456', locale: 'ar' },
    })
    const me = await client.get(ME).bearerToken(accessToken)
    assertDescribed(ME, 'get', me)
    assert.deepEqual(me.body().data, customer)

    const [{ password }] = await sql<{ password: string }>(
      'select password from customers where id = $1',
      [customer.id]
    )
    assert.isTrue(await hash.verify(password, CUSTOMER_PASSWORD))
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1], 'base64url').toString())
    assert.sameMembers(Object.keys(claims), ['sid', 'iss', 'aud', 'sub', 'iat', 'nbf', 'exp'])
  })

  test('the log learns that an account changed, never who it is', async ({ client, assert }) => {
    const { customer, token } = await customerBearer()
    const changed = await client.patch(ME).bearerToken(token).json({ fullName: 'Sonia Karoui' })
    changed.assertStatus(200)
    const rows = await sql<{ actor: string; action: string; row: string }>(
      `select actor, action, l::text as row from audit_log l
       where entity = 'customers' and entity_id = $1 order by id`,
      [String(customer.id)]
    )
    assert.deepEqual(
      rows.map(({ actor, action }) => [actor, action]),
      [
        ['guest', 'created'],
        [customer.actor, 'updated'],
      ]
    )
    for (const { row } of rows) {
      assert.notInclude(row, 'Sonia')
      assert.notInclude(row, customer.email)
      assert.notInclude(row, 'scrypt')
    }
  })

  test('an address has one account, whatever its case; its owner is told of the second try', async ({
    client,
    assert,
  }) => {
    const { email } = await createCustomer()
    const { mails } = mail.fake()
    try {
      const again = await client.post(REGISTER).json({ ...someone(), email: email.toUpperCase() })
      again.assertStatus(409)
      assertDescribed(REGISTER, 'post', again)
      assert.equal(again.body().code, 'address_taken')
      await warnCustomer.handle({ data: { email, notice: 'registeredAgain' } } as never)
      mails.assertSent(CustomerMail, ({ message }) => message.hasTo(email))
    } finally {
      mail.restore()
    }
    const [{ count }] = await sql<{ count: number }>(
      'select count(*)::int as count from customers where email = $1',
      [email]
    )
    assert.equal(count, 1)
  })

  test('of ten who register one address at once, one gets it', async ({ client, assert }) => {
    const person = someone()
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        client.post(REGISTER).header('x-forwarded-for', `41.0.0.${n}`).json(person)
      )
    )
    const statuses = responses.map((response) => response.status()).sort()
    assert.deepEqual(statuses, [201, ...Array<number>(9).fill(409)])
  })

  test('who tries many addresses gets few answers', async ({ client, assert }) => {
    const { email } = await createCustomer()
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) {
      const response = await client.post(REGISTER).json({ ...someone(), email })
      statuses.push(response.status())
      if (response.status() === 429) assert.isAbove(Number(response.header('retry-after')), 3_000)
    }
    assert.deepEqual(statuses.slice(0, 5), Array<number>(5).fill(409))
    assert.equal(statuses.at(-1), 429)
  })

  test('what is no account is refused in words', async ({ client, assert }) => {
    const cases: [object, string][] = [
      [{ password: 'motdepasse' }, 'guessable_password'],
      [{ password: 'court' }, 'validation_failed'],
      [{ email: 'personne' }, 'validation_failed'],
      [{ email: 'ünï@shabou.test' }, 'validation_failed'],
      [{ fullName: 'A\nBcc: all@shabou.test' }, 'validation_failed'],
      [{ phone: '12' }, 'validation_failed'],
      [{ phone: '+33612345678' }, 'validation_failed'],
    ]
    for (const [wrong, code] of cases) {
      const response = await client.post(REGISTER).json({ ...someone(), ...wrong })
      response.assertStatus(422)
      assert.equal(response.body().code, code)
    }
  })

  test('the right password logs in; a wrong one, an unknown address and none get one answer', async ({
    client,
    assert,
  }) => {
    const { id, email } = await createCustomer()
    const right = await client
      .post(LOGIN)
      .json({ email: ` ${email.toUpperCase()}`, password: CUSTOMER_PASSWORD })
    right.assertStatus(200)
    assertDescribed(LOGIN, 'post', right)
    assert.equal(right.body().data.customer.id, id)

    const without = newEmail()
    await sql(`insert into customers (full_name, email) values ('Comptoir', $1)`, [without])
    const answers = []
    for (const account of [email, newEmail(), without]) {
      const wrong = await client.post(LOGIN).json({ email: account, password: 'un autre texte' })
      wrong.assertStatus(401)
      const { requestId, ...said } = wrong.body()
      assert.isString(requestId)
      answers.push(said)
    }
    assert.deepEqual(answers[1], answers[0])
    assert.deepEqual(answers[2], answers[0])
  })

  test('a telephone that no other account has logs in as the address does', async ({
    client,
    assert,
  }) => {
    const digits = String(randomInt(100, 1_000))
    const own = { ...someone(), phone: `98 111 ${digits}` }
    await client.post(REGISTER).json(own)
    const logIn = (phone: string, password = own.password) =>
      client.post(LOGIN).json({ phone, password })
    const entered = await logIn(`+216 98 111 ${digits}`)
    assertDescribed(LOGIN, 'post', entered)
    assert.equal(entered.body().data.customer.email, own.email)
    const wrong = await logIn(`98111${digits}`, 'un mot de passe tout autre')
    wrong.assertStatus(401)
    const unknown = await logIn('98 112 333')
    unknown.assertStatus(401)
    const nobody = await client.post(LOGIN).json({ password: own.password })
    nobody.assertStatus(422)
    await client.post(REGISTER).json({ ...someone(), phone: own.phone })
    const shared = await logIn(own.phone)
    shared.assertStatus(401)
  })

  test('five wrong passwords stop this address from guessing', async ({ client, assert }) => {
    const { email } = await createCustomer()
    const attempt = (password: string, from: string) =>
      client.post(LOGIN).header('x-forwarded-for', from).json({ email, password })
    for (let n = 0; n < 5; n++) await attempt('un autre texte', '41.1.1.1')
    const blocked = await attempt(CUSTOMER_PASSWORD, '41.1.1.1')
    blocked.assertStatus(429)
    assert.equal(blocked.body().code, 'too_many_logins')
    const elsewhere = await attempt(CUSTOMER_PASSWORD, '41.1.1.2')
    elsewhere.assertStatus(200)
  })

  test('guessing from everywhere slows attempts down and tells the customer, and locks nobody out', async ({
    client,
    assert,
  }) => {
    const { email } = await createCustomer()
    const attempt = (password: string, from: string) =>
      client.post(LOGIN).header('x-forwarded-for', from).json({ email, password })
    for (let n = 0; n < 20; n++) {
      const wrong = await attempt('un autre texte', `41.2.1.${n}`)
      wrong.assertStatus(401)
    }
    // Taken out again: a worker of another test would mail it.
    const warnings = await sql(
      `delete from ${JOBS_SCHEMA}.job where name = $1 and data ->> 'email' = $2 returning id`,
      [warnCustomer.name, email]
    )
    assert.lengthOf(warnings, 1)
    const own = await attempt(CUSTOMER_PASSWORD, '41.2.2.1')
    own.assertStatus(200)
  })

  test('one address that tries many accounts is stopped', async ({ client, assert }) => {
    const statuses: number[] = []
    for (let n = 0; n < 32; n++) {
      const wrong = await client
        .post(LOGIN)
        .header('x-forwarded-for', '41.3.1.1')
        .json({ email: newEmail(), password: 'un autre texte' })
      statuses.push(wrong.status())
    }
    assert.deepEqual([statuses[0], statuses[29], statuses[31]], [401, 401, 429])
  })

  test('refresh tokens rotate; an old one ends the login, and the customer is told', async ({
    client,
    assert,
  }) => {
    const { email } = await createCustomer()
    const login = await client.post(LOGIN).json({ email, password: CUSTOMER_PASSWORD })
    const first = login.body().data
    const renewed = await client.post(REFRESH).json({ refreshToken: first.refreshToken })
    renewed.assertStatus(200)
    assertDescribed(REFRESH, 'post', renewed)
    const second = renewed.body().data
    assert.notEqual(second.refreshToken, first.refreshToken)

    await sql(`update logins set rotated_at = rotated_at - interval '1 minute'`)
    const { mails } = mail.fake()
    try {
      const stolen = await client.post(REFRESH).json({ refreshToken: first.refreshToken })
      stolen.assertStatus(401)
      mails.assertQueued(CustomerMail, ({ message }) => message.hasTo(email))
    } finally {
      mail.restore()
    }
    for (const { refreshToken } of [first, second]) {
      const ended = await client.post(REFRESH).json({ refreshToken })
      ended.assertStatus(401)
    }
    const me = await client.get(ME).bearerToken(second.accessToken)
    me.assertStatus(401)
  })

  test('tokens of staff open nothing here, and those of customers nothing there', async ({
    client,
  }) => {
    const { token } = await bearer('owner')
    const { customer, token: own } = await customerBearer()
    const asStaff = await client.get(ME).bearerToken(token)
    asStaff.assertStatus(401)
    const asCustomer = await client.get('/api/admin/products').bearerToken(own)
    asCustomer.assertStatus(401)

    const ofStaff = await openApiLogin(await createStaff(), { ip: '::1', userAgent: null })
    const sid = await loginsOfCustomers.open(customer.id, 'api', { ip: '::1', userAgent: null })
    const { refreshToken } = await loginsOfCustomers.tokensOf(customer.id, sid)
    const here = await client.post(REFRESH).json({ refreshToken: ofStaff.refreshToken })
    here.assertStatus(401)
    const there = await client.post('/api/admin/auth/refresh').json({ refreshToken })
    there.assertStatus(401)
  })

  test('logging out ends this login and no other', async ({ client }) => {
    const { email } = await createCustomer()
    const logIn = async () => {
      const login = await client.post(LOGIN).json({ email, password: CUSTOMER_PASSWORD })
      return login.body().data
    }
    const [one, other] = [await logIn(), await logIn()]
    const out = await client.post(LOGOUT).bearerToken(one.accessToken)
    out.assertStatus(204)
    const ended = await client.get(ME).bearerToken(one.accessToken)
    ended.assertStatus(401)
    const stale = await client.post(REFRESH).json({ refreshToken: one.refreshToken })
    stale.assertStatus(401)
    const open = await client.get(ME).bearerToken(other.accessToken)
    open.assertStatus(200)
  })

  test('the account changes what it may; a version that has moved on is a conflict', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await customerBearer()
    const change = (body: object, version = '1') =>
      client.patch(ME).bearerToken(token).header('if-match', `"${version}"`).json(body)
    const changed = await change({ phone: '+216 98 765 432', locale: 'en', email: 'x@shabou.test' })
    changed.assertStatus(200)
    assertDescribed(ME, 'patch', changed)
    assert.containSubset(changed.body().data, {
      ...{ phone: '+21698765432', locale: 'en', email: customer.email, version: 2 },
    })
    const late = await change({ locale: 'fr' })
    late.assertStatus(412)
    assertDescribed(ME, 'patch', late)
    const unsaid = await change({ locale: 'fr' }, '2')
    assertDescribed(ME, 'patch', unsaid)
    assert.equal(unsaid.body().data.phone, '+21698765432')
    const without = await change({ phone: null }, '3')
    assert.isNull(without.body().data.phone)
  })

  test('logins are listed and ended one by one, and nobody ends those of others', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await customerBearer()
    await client
      .post(LOGIN)
      .header('user-agent', 'Mozilla/5.0 (iPhone) Safari/605')
      .json({ email: customer.email, password: CUSTOMER_PASSWORD })
    const listed = await client.get(SESSIONS).bearerToken(token)
    listed.assertStatus(200)
    assertDescribed(SESSIONS, 'get', listed)
    const sessions = listed.body().data as { id: string; device: string; current: boolean }[]
    assert.lengthOf(sessions, 2)
    const telephone = sessions.find(({ current }) => !current)!
    assert.equal(telephone.device, 'Safari · iPhone')

    const { token: stranger } = await customerBearer()
    const foreign = await client.delete(`${SESSIONS}/${telephone.id}`).bearerToken(stranger)
    foreign.assertStatus(404)
    const ended = await client.delete(`${SESSIONS}/${telephone.id}`).bearerToken(token)
    ended.assertStatus(204)
    const left = await client.get(SESSIONS).bearerToken(token)
    assert.lengthOf(left.body().data, 1)
  })
})
