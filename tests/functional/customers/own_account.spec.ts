import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import CustomerMail from '#app/customers/mails/customer_mail'
import { mailCustomerResetLink } from '#app/customers/mail_reset_link'
import { sealGarage } from '#app/fitment/garage'
import { sql } from '#app/platform/database/sql'
import { resetPassword as resetStaffPassword } from '#app/staff/members/reset_password'
import { createResetToken, createStaff } from '#tests/support/staff'
import { assertDescribed } from '#tests/support/api_contract'
import { emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import {
  createCustomer,
  CUSTOMER_PASSWORD,
  customerBearer,
  existingAddress,
  newEmail,
  resetTokenOf,
} from '#tests/support/customers'
import { ADDRESS } from '#tests/support/purchases'
import { createVehicle } from '#tests/support/vehicles'

const FORGOT = '/api/v1/auth/password/forgot'
const RESET = '/api/v1/auth/password/reset'
const LOGIN = '/api/v1/auth/login'
const ADDRESSES = '/api/v1/me/addresses'
const VEHICLES = '/api/v1/me/vehicles'
const NEW_PASSWORD = 'cinq mots encore plus longs'

test.group('Forgotten passwords of customers', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  test('asking for a mail tells nobody who has an account', async ({ client, assert }) => {
    const { email } = await createCustomer()
    for (const address of [email, newEmail(), 'nonsense']) {
      const response = await client.post(FORGOT).json({ email: address })
      response.assertStatus(204)
      assert.equal(response.text(), '')
    }
  })

  test('the mail holds a link that sets a password once, and ends every login', async ({
    client,
    assert,
  }) => {
    const { customer, token: open } = await customerBearer()
    const { mails } = mail.fake()
    let token = ''
    try {
      for (const email of [newEmail(), customer.email]) {
        await mailCustomerResetLink.handle({ data: { email } } as never)
      }
      const sent = mails.queued()
      assert.lengthOf(sent, 1)
      assert.instanceOf(sent[0], CustomerMail)
      token = (sent[0] as CustomerMail).path.split('/').at(-1)!
    } finally {
      mail.restore()
    }
    const other = await resetTokenOf(customer)
    const reset = (password: string, by = token) => client.post(RESET).json({ token: by, password })
    const weak = await reset('motdepasse')
    weak.assertStatus(422)
    assert.equal(weak.body().code, 'guessable_password')
    const done = await reset(NEW_PASSWORD)
    done.assertStatus(204)
    assertDescribed(RESET, 'post', done)
    for (const used of [token, other, 'unknown']) {
      const again = await reset(NEW_PASSWORD, used)
      again.assertStatus(422)
      assert.equal(again.body().code, 'stale_reset_link')
    }
    const ended = await client.get('/api/v1/me').bearerToken(open)
    ended.assertStatus(401)
    const { email } = customer
    const old = await client.post(LOGIN).json({ email, password: CUSTOMER_PASSWORD })
    old.assertStatus(401)
    const fresh = await client.post(LOGIN).json({ email, password: NEW_PASSWORD })
    fresh.assertStatus(200)
  })

  test('a link is good for 30 minutes, and sets no password of staff, nor theirs one here', async ({
    client,
    assert,
  }) => {
    const late = await resetTokenOf(await createCustomer(), -1)
    const ofStaff = await createResetToken(await createStaff())
    for (const token of [late, ofStaff]) {
      const response = await client.post(RESET).json({ token, password: NEW_PASSWORD })
      response.assertStatus(422)
    }
    const ofCustomer = await resetTokenOf(await createCustomer())
    assert.isFalse(await resetStaffPassword(ofCustomer, NEW_PASSWORD))
  })

  test('of two who come with one link, one sets the password', async ({ client, assert }) => {
    const token = await resetTokenOf(await createCustomer())
    const responses = await Promise.all(
      [NEW_PASSWORD, `${NEW_PASSWORD} encore`].map((password) =>
        client.post(RESET).json({ token, password })
      )
    )
    assert.deepEqual(responses.map((response) => response.status()).sort(), [204, 422])
  })
})

test.group('Addresses of customers', () => {
  test('are added, changed and taken out', async ({ client, assert }) => {
    const { token } = await customerBearer()
    const added = await client.post(ADDRESSES).bearerToken(token).json(ADDRESS)
    added.assertStatus(201)
    assertDescribed(ADDRESSES, 'post', added)
    const { id } = added.body().data
    assert.containSubset(added.body().data, {
      ...{ phone: '+21620123456', governorate: 'TN-61', postalCode: null },
    })
    const url = `${ADDRESSES}/${id}`
    const changed = await client
      .put(url)
      .bearerToken(token)
      .json({ ...ADDRESS, notes: 'sonner' })
    changed.assertStatus(200)
    assertDescribed(`${ADDRESSES}/{id}`, 'put', changed)
    const seen = await client.get(url).bearerToken(token)
    assert.deepEqual(seen.body(), changed.body())
    const listed = await client.get(ADDRESSES).bearerToken(token)
    assertDescribed(ADDRESSES, 'get', listed)
    assert.deepEqual(listed.body().data, [changed.body().data])
    const gone = await client.delete(url).bearerToken(token)
    gone.assertStatus(204)
    const absent = await client.get(url).bearerToken(token)
    absent.assertStatus(404)
  })

  test('nobody reads, changes or removes those of others', async ({ client }) => {
    const { id } = await existingAddress()
    const { token } = await customerBearer()
    const url = `${ADDRESSES}/${id}`
    const answers = [
      await client.get(url).bearerToken(token),
      await client.put(url).bearerToken(token).json(ADDRESS),
      await client.delete(url).bearerToken(token),
    ]
    for (const answer of answers) answer.assertStatus(404)
  })

  test('what is no place is refused field by field, one too many as well', async ({
    client,
    assert,
  }) => {
    const { customer, token } = await customerBearer()
    const nowhere = await client
      .post(ADDRESSES)
      .bearerToken(token)
      .json({ ...ADDRESS, governorate: 'Atlantide', phone: '1' })
    nowhere.assertStatus(422)
    const fields = nowhere.body().errors.map(({ field }: { field: string }) => field)
    assert.sameMembers(fields, ['governorate', 'phone'])
    await sql(
      `insert into customer_addresses (customer_id, full_name, phone, governorate, delegation, address)
       select $1, 'x', 'x', 'x', 'x', 'x' from generate_series(1, 29)`,
      [customer.id]
    )
    const racing = await Promise.all(
      [1, 2, 3].map(() => client.post(ADDRESSES).bearerToken(token).json(ADDRESS))
    )
    assert.deepEqual(racing.map((response) => response.status()).sort(), [201, 422, 422])
  })
})

test.group('Cars of customers', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })

  const idsIn = (response: { body(): { data: { id: number }[] } }) =>
    response.body().data.map(({ id }) => id)

  test('are added and taken out, the newest first', async ({ client, assert }) => {
    const { token } = await customerBearer()
    const [one, other] = [
      await createVehicle({ name: 'Type 1' }),
      await createVehicle({ name: 'Type 2' }),
    ]
    await seeChanges()
    const add = (vehicle: number) => client.post(VEHICLES).bearerToken(token).json({ vehicle })
    const first = await add(one)
    first.assertStatus(201)
    assertDescribed(VEHICLES, 'post', first)
    const second = await add(other)
    assert.deepEqual(idsIn(second), [other, one])
    const again = await add(one)
    assert.deepEqual(idsIn(again), [one, other])
    const unknown = await add(999_999)
    unknown.assertStatus(404)
    const gone = await client.delete(`${VEHICLES}/${one}`).bearerToken(token)
    gone.assertStatus(204)
    const absent = await client.delete(`${VEHICLES}/${one}`).bearerToken(token)
    absent.assertStatus(404)
    const left = await client.get(VEHICLES).bearerToken(token)
    assertDescribed(VEHICLES, 'get', left)
    assert.deepEqual(idsIn(left), [other])
  })

  test('those of the guest, by the token that the shop gave, are the customer’s from the start', async ({
    client,
    assert,
  }) => {
    const [clio, polo] = [
      await createVehicle({ name: 'Un' }),
      await createVehicle({ name: 'Deux' }),
    ]
    await seeChanges()
    const garage = async (vehicle: number, token = '') => {
      const added = await client
        .post('/api/v1/garage/vehicles')
        .header('X-Garage-Token', token)
        .json({ vehicle })
      return added.body().data.token as string
    }
    const token = await garage(polo, await garage(clio))

    const entered = await client
      .post('/api/v1/auth/register')
      .header('X-Garage-Token', token)
      .json({ fullName: 'Amel Trabelsi', email: newEmail(), password: CUSTOMER_PASSWORD })
    entered.assertStatus(201)
    const cars = await client.get(VEHICLES).bearerToken(entered.body().data.accessToken)
    assert.deepEqual(idsIn(cars), [polo, clio])

    const { customer } = await customerBearer()
    const login = await client
      .post(LOGIN)
      .header('X-Garage-Token', token)
      .json({ email: customer.email, password: CUSTOMER_PASSWORD })
    const own = await client.get(VEHICLES).bearerToken(login.body().data.accessToken)
    assert.deepEqual(idsIn(own), [polo, clio])
  })

  test('those of the guest are the customer’s after the login', async ({ client, assert }) => {
    const { customer, token } = await customerBearer()
    const vehicleTypeIds: number[] = []
    for (let n = 0; n < 3; n++) {
      vehicleTypeIds.push(await createVehicle({ name: `Type ${n}` }))
    }
    await seeChanges()
    await client.post(VEHICLES).bearerToken(token).json({ vehicle: vehicleTypeIds[2] })
    const garage = sealGarage({ vehicleTypeIds: [...vehicleTypeIds.slice(0, 2), 999_999] })
    const login = await client
      .post(LOGIN)
      .header('x-garage-token', garage)
      .json({ email: customer.email, password: CUSTOMER_PASSWORD })
    login.assertStatus(200)
    const cars = await client.get(VEHICLES).bearerToken(login.body().data.accessToken)
    assert.deepEqual(idsIn(cars), vehicleTypeIds)
  })
})
