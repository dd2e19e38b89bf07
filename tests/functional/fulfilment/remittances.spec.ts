import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { deliverParcel, refuseParcel } from '#app/fulfilment/follow_parcel'
import { parcelQuery } from '#app/fulfilment/parcels_query'
import { refundPayment } from '#app/payments/refunds/refund_payment'
import { assertDescribed } from '#tests/support/api_contract'
import { emptyCatalogue } from '#tests/support/catalogue'
import { sentParcel } from '#tests/support/shipments'
import { bearer, TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'

const REMITTANCES = '/api/admin/remittances'

test.group('Remittances of couriers', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('a file pays for parcels once, and every difference is listed', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('accountant')
    const [right, short, back] = [await sentParcel(), await sentParcel(), await sentParcel()]
    const { cash } = await parcelQuery(right.id)
    const lacking = await parcelQuery(short.id)
    await refuseParcel(back.id, 'client absent', TESTING)
    const dinarsOf = (millimes: number) => (millimes / 1000).toFixed(3).replace('.', ',')
    const file = [
      'Code colis;Montant encaissé;Frais',
      `${right.trackingNumber.toLowerCase()};${dinarsOf(cash)};7,000`,
      `${right.trackingNumber};${dinarsOf(cash)};7,000`,
      `${short.trackingNumber};${dinarsOf(lacking.cash - 1_500)};7,000`,
      `${back.trackingNumber};0,000;7,000`,
      'INCONNU;10,000;7,000',
    ].join('\n')
    const send = (text: string, document = 'BV-12') =>
      client
        .post(REMITTANCES)
        .bearerToken(token)
        .field('carrier', 'ARAMEX')
        .field('document', document)
        .file('file', Buffer.from(text), { filename: 'bv12.csv' })
    const first = await send(file)
    first.assertStatus(201)
    assertDescribed(REMITTANCES, 'post', first)
    const { id, lines } = first.body().data
    const verdicts = lines.map(({ verdict }: { verdict: string }) => verdict)
    assert.sameMembers(verdicts, ['matched', 'double', 'short', 'refused', 'unknown'])
    const paid = await parcelQuery(right.id)
    assert.containSubset(paid, { state: 'delivered', remitted: true })

    const again = await send(file)
    assert.deepEqual(again.body(), first.body())
    const other = await send(`${file}\nX;1,000;0`)
    other.assertStatus(409)
    assertDescribed(REMITTANCES, 'post', other)
    const nonsense = await send('a;b\n1;2\n', 'BV-13')
    nonsense.assertStatus(422)
    const later = await send(file, 'BV-14')
    assert.include(
      later.body().data.lines.map(({ verdict }: { verdict: string }) => verdict),
      'double'
    )

    const accept = (lineId: number) =>
      client.post(`${REMITTANCES}/${id}/lines/${lineId}/acceptance`).bearerToken(token)
    const lineOf = (verdict: string) =>
      lines.find((line: { verdict: string }) => line.verdict === verdict).id
    const accepted = await accept(lineOf('short'))
    accepted.assertStatus(204)
    const twice = await accept(lineOf('short'))
    twice.assertStatus(409)
    const unknown = await accept(lineOf('unknown'))
    unknown.assertStatus(409)
    const list = await client.get(REMITTANCES).bearerToken(token)
    assertDescribed(REMITTANCES, 'get', list)
    const payments = await sql<{ state: string }>('select state from payments order by id')
    assert.deepEqual(
      payments.map(({ state }) => state),
      ['remitted', 'remitted', 'out']
    )
    await assertBooks(assert)
  })

  test('what was paid back since is owed by the courier all the same, and the rest of the file is read', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('accountant')
    const [paidBack, other] = [await sentParcel(), await sentParcel()]
    await deliverParcel(paidBack.id, TESTING)
    const [payment] = await sql<{ id: string }>(
      `select p.public_id as id from payments p join orders o on o.id = p.order_id where o.number = $1`,
      [paidBack.number]
    )
    await refundPayment(payment.id, { amount: 1_000, reason: 'geste', document: 'C1' }, TESTING)
    const rows = []
    for (const { id, trackingNumber } of [paidBack, other]) {
      const { cash } = await parcelQuery(id)
      rows.push(`${trackingNumber},${(cash / 1000).toFixed(3)}`)
    }
    const sent = await client
      .post(REMITTANCES)
      .bearerToken(token)
      .field('carrier', 'Aramex')
      .field('document', 'BV-30')
      .file('file', Buffer.from(`tracking,amount\n${rows.join('\n')}\n`), { filename: 'bv.csv' })
    sent.assertStatus(201)
    assert.deepEqual(
      sent.body().data.lines.map(({ verdict }: { verdict: string }) => verdict),
      ['matched', 'matched']
    )
    assert.containSubset(await parcelQuery(paidBack.id), { remitted: true })
    await assertBooks(assert)
  })

  test('what was collected long ago and is not paid is missing', async ({ client, assert }) => {
    const { token } = await bearer('accountant')
    const { id, trackingNumber } = await sentParcel()
    await sql(
      `update parcels set state = 'delivered', state_since = now() - interval '30 days' where id = $1`,
      [id]
    )
    const sent = await client
      .post(REMITTANCES)
      .bearerToken(token)
      .field('carrier', 'Aramex')
      .field('document', 'BV-20')
      .file('file', Buffer.from('tracking,amount\nZZ1,10.000\n'), { filename: 'bv.csv' })
    assert.containSubset(sent.body().data.missing, [{ trackingNumber }])
    const shown = await client.get(`${REMITTANCES}/${sent.body().data.id}`).bearerToken(token)
    assertDescribed(`${REMITTANCES}/{id}`, 'get', shown)
  })
})
