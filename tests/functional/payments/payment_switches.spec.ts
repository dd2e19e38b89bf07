import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import env from '#start/env'
import { sql } from '#app/platform/database/sql'
import { availableMethods } from '#app/payments/payment_methods'
import { switchPayment } from '#app/payments/switches/switch_payment'
import { promised } from '#tests/depth'
import { emptyCatalogue } from '#tests/support/catalogue'
import { fakeGateway, intent, paymentIn } from '#tests/support/payments'
import { complete, completionStatus, orderIn, startedCheckout } from '#tests/support/purchases'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { waitUntil } from '#tests/wait_until'
import { loggedIn, ownersBrowser } from '#tests/support/web_visitor'

const API = '/api/admin/payment-methods'
const PAGE = '/admin/settings'

test.group('Switches of ways to pay', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    return emptyCatalogue
  })

  test('what is switched off is offered to nobody, and can be switched on again', async ({
    client,
    assert,
  }) => {
    const owner = await ownersBrowser()
    const id = await startedCheckout()
    const methods = async () => {
      const session = await client.get(`/api/v1/checkout/sessions/${id}`)
      return session.body().data.paymentMethods
    }
    await owner.post(`${PAGE}/payment-methods/transfer`, { isOn: '0' }, PAGE)
    assert.include(await owner.htmlOf(PAGE), 'Désactivé')
    assert.deepEqual(await methods(), ['cod'])
    const refused = await complete(id, randomUUID(), { paymentMethod: 'transfer' })
    assert.equal(refused.status, 422)
    await owner.post(`${PAGE}/payment-methods/transfer`, { isOn: '1' }, PAGE)
    assert.deepEqual(await methods(), ['cod', 'transfer'])
    const placed = await complete(id, randomUUID(), { paymentMethod: 'transfer' })
    assert.equal(placed.status, 201)
  })

  test('what was answered comes again, and what has begun goes on, after a way was switched off', async ({
    assert,
    cleanup,
  }) => {
    await fakeGateway('konnect', cleanup)
    cleanup(() => switchPayment('konnect', true, TESTING))
    const [id, key, another] = [await startedCheckout(), randomUUID(), randomUUID()]
    const body = { paymentMethod: 'konnect' }
    const first = await complete(id, key, body)
    assert.equal(first.status, 201, first.text)
    const { number, token } = orderIn(first)
    const asked = await intent(number, 'konnect', { key: another, token })
    const [dying, dead] = [await startedCheckout(), randomUUID()]
    await complete(dying, dead, body)
    // As if the process had died between the order and its page.
    await sql(
      `update payments p set state = 'created', gateway_ref = null, redirect_url = null
       from checkout_sessions s where s.order_id = p.order_id and s.id = $1`,
      [dying]
    )
    await sql(
      `update idempotency_keys set state = 'started', response_status = null, response_body = null,
         response_headers = null, locked_until = now() - interval '1 second' where scope = $1`,
      [`checkout.complete:${dying}`]
    )
    await switchPayment('konnect', false, TESTING)
    const again = await complete(id, key, body)
    assert.deepEqual([again.status, again.text], [201, first.text])
    const askedAgain = await intent(number, 'konnect', { key: another, token })
    assert.deepEqual(askedAgain, asked)
    const resumed = await complete(dying, dead, body)
    assert.equal(resumed.status, 201, resumed.text)
    assert.match(paymentIn(resumed).redirectUrl!, /\/pay\//)
    assert.equal(await completionStatus(await startedCheckout(), randomUUID(), body), 422)
    const refused = await intent(number, 'konnect', { token })
    assert.equal(refused.status, 422)
  })

  test('it is audited, with who did it', async ({ assert }) => {
    const owner = await ownersBrowser()
    await owner.post(`${PAGE}/payment-methods/transfer`, { isOn: '0' }, PAGE)
    const entries = await sql<{ actor: string; record: string }>(
      `select actor, label as record from audit_log where entity = 'payment_switches' order by id desc limit 1`
    )
    assert.lengthOf(entries, 1)
    assert.match(entries[0].actor, /^staff:/)
    assert.equal(entries[0].record, 'transfer')
  })

  test('another process follows within five seconds', async ({ assert }) => {
    assert.include(await availableMethods(), 'transfer')
    // As another process would: nobody tells this one.
    await sql(`insert into payment_switches (method, is_on) values ('transfer', false)`)
    const isOff = async () => {
      const offered = await availableMethods()
      return !offered.includes('transfer')
    }
    await waitUntil('the switch', isOff, promised(5_000) / 1_000)
  })

  test('something is always left to pay with', async ({ client, assert }) => {
    const { token } = await bearer()
    const put = (method: string, isOn: boolean) =>
      client.put(`${API}/${method}`).bearerToken(token).json({ isOn })
    const first = await put('transfer', false)
    first.assertStatus(204)
    const last = await put('cod', false)
    last.assertStatus(409)
    assert.equal(last.body().code, 'last_payment_method')
    assert.deepEqual(await availableMethods(), ['cod'])
  })

  test('programs and the page tell modes and which settings are there, never what they are', async ({
    client,
    assert,
    cleanup,
  }) => {
    await fakeGateway('konnect', cleanup)
    const { token } = await bearer()
    const answer = await client.get(API).bearerToken(token)
    answer.assertStatus(200)
    const konnect = answer.body().data.find((one: { method: string }) => one.method === 'konnect')
    assert.deepInclude(konnect, { isOn: true, isOffered: true, mode: 'test' })
    assert.isTrue(konnect.settings.every(({ isSet }: { isSet: boolean }) => isSet))
    const stripe = answer.body().data.find((one: { method: string }) => one.method === 'stripe')
    assert.deepInclude(stripe, { isOn: true, isOffered: false, mode: null })
    const owner = await ownersBrowser()
    const html = await owner.htmlOf(PAGE)
    assert.include(html, 'Mode test')
    const secret = env.get('KONNECT_API_KEY')!
    assert.notInclude(html, secret)
    assert.notInclude(answer.text(), secret)
  })

  test('who may not change settings sees and switches nothing', async ({ client, assert }) => {
    const { token } = await bearer('accountant')
    for (const asked of [
      client.get(API).bearerToken(token),
      client.put(`${API}/cod`).bearerToken(token).json({ isOn: false }),
    ]) {
      const answer = await asked
      answer.assertStatus(403)
    }
    const accountant = await loggedIn(await createStaff('accountant'))
    assert.equal(await accountant.statusOf(PAGE), 403)
    assert.include(await availableMethods(), 'cod')
  })
})
