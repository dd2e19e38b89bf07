import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { paymentOf } from '#app/payments/payment'
import { settle } from '#app/payments/settling/settle'
import { assertDescribed } from '#tests/support/api_contract'
import { emptyCatalogue } from '#tests/support/catalogue'
import { fakeGateway, intent, orderToPay, statesOf } from '#tests/support/payments'
import { bearer, createStaff } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const DECISION = '/api/admin/payments/{id}/decision'

test.group('Money that does not fit', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('staff accepts what came: it pays the order, and nobody looks again', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { payment, number } = await oddlyPaid(cleanup, (amount) => ({ amount: amount + 500 }))
    const { token } = await bearer('accountant')
    const decide = () =>
      client
        .post(DECISION.replace('{id}', payment.publicId))
        .bearerToken(token)
        .json({ decision: 'accepted', reason: 'arrondi de la passerelle' })
    const decided = await decide()
    decided.assertStatus(204)
    assertDescribed(DECISION, 'post', decided)
    const again = await decide()
    again.assertStatus(409)
    const found = await paymentOf(payment.publicId)
    assert.containSubset(found, { state: 'paid', captured: payment.amount + 500, alert: null })
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'paid' })
    assert.containSubset(await sql('select amount, reason from refunds'), [
      { amount: 500, reason: 'surplus' },
    ])
    await assertQuiet(assert, payment.publicId, 'paid')
  })

  test('staff closes it: the order may be paid again, and nobody looks again', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { payment, number, order } = await oddlyPaid(cleanup, () => ({ currency: 'EUR' }))
    const { token } = await bearer('accountant')
    const decide = (decision: string) =>
      client
        .post(DECISION.replace('{id}', payment.publicId))
        .bearerToken(token)
        .json({ decision, reason: 'rendu chez Konnect' })
    const foreign = await decide('accepted')
    foreign.assertStatus(409)
    const closed = await decide('closed')
    closed.assertStatus(204)
    await assertQuiet(assert, payment.publicId, 'failed')
    const next = await intent(number, 'transfer', { token: order.token })
    assert.equal(next.status, 201, next.text)
  })

  test('it is decided on the page of the order, by whoever may pay back', async ({
    assert,
    cleanup,
  }) => {
    const { payment, number } = await oddlyPaid(cleanup, (amount) => ({ amount: amount - 1 }))
    const page = `/admin/orders/${number}`
    const action = `/admin/payments/${payment.publicId}/decision`
    const counter = await loggedIn(await createStaff('counter'))
    assert.notInclude(await counter.htmlOf(page), action)
    const owner = await loggedIn(await createStaff())
    assert.include(await owner.htmlOf(page), action)
    await owner.post(action, { decision: 'accepted', reason: 'un millime' }, page)
    assert.include(await owner.htmlOf(page), 'un millime')
    assert.containSubset(await statesOf(number), { payment: 'paid' })
    await assertQuiet(assert, payment.publicId, 'paid')
  })
})

type Cleanup = Parameters<typeof fakeGateway>[1]

/** An order that was paid at a gateway which tells something else than was asked for. */
async function oddlyPaid(cleanup: Cleanup, lieOf: (amount: number) => object) {
  const gateway = await fakeGateway('konnect', cleanup)
  const paid = await orderToPay('konnect')
  await gateway.pay(paid.ref)
  await gateway.behave({ lie: lieOf(paid.payment.amount) })
  await settle(paid.payment)
  return paid
}

/** Another look changes nothing, and no other one is planned. */
async function assertQuiet(
  assert: Parameters<typeof assertBooks>[0],
  publicId: string,
  state: string
) {
  const looked = await settle(await paymentOf(publicId))
  assert.containSubset(looked, { state, alert: null })
  const planned = await sql(
    'select 1 from payments where public_id = $1 and next_check_at > now()',
    [publicId]
  )
  assert.isEmpty(planned)
  await assertBooks(assert)
}
