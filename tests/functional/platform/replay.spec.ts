import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { apiDocument, assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { bearer } from '#tests/support/staff'

const BRANDS = '/api/admin/brands'
const ITEMS = '/api/v1/cart/items'

/**
 * The garage of a guest is a cookie, and holds a car once. The answer to who registers has tokens, that
 * are kept nowhere; an address opens one account anyway.
 */
const WITHOUT_KEY = ['/api/v1/garage/vehicles', '/api/v1/auth/register']

test.group('Requests that are sent again', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('whatever creates something takes a key', ({ assert }) => {
    const creating = Object.entries(apiDocument().paths).filter(
      ([, { post }]) => post && '201' in (post as { responses: object }).responses
    )
    assert.isAbove(creating.length, 25)
    const without = creating.filter(([, { post }]) => {
      const { parameters } = post as { parameters: { name: string }[] }
      return !parameters.some(({ name }) => name === 'Idempotency-Key')
    })
    assert.deepEqual(
      without.map(([path]) => path),
      WITHOUT_KEY
    )
  })

  test('the same key has one effect and one answer, another body is told apart', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const key = randomUUID()
    const send = (name: string) =>
      client.post(BRANDS).bearerToken(token).header('idempotency-key', key).json({ name })
    const first = await send('Valeo')
    const again = await send('Valeo')
    const other = await send('Bosch')

    first.assertStatus(201)
    again.assertStatus(201)
    assertDescribed(BRANDS, 'post', again)
    assert.equal(again.text(), first.text())
    assert.equal(again.header('idempotency-replayed'), 'true')
    assert.isUndefined(first.header('idempotency-replayed'))
    assert.equal(again.header('content-type'), first.header('content-type'))
    assert.notEqual(again.header('x-request-id'), first.header('x-request-id'))
    assert.equal(other.status(), 422)
    assert.equal(other.body().code, 'idempotency_key_reused')
    assert.equal(await count(`brands where name in ('Valeo', 'Bosch')`), 1)
  })

  test('SEC-31: refusals are answered again; whoever else asks with that key has answers of their own', async ({
    client,
    assert,
  }) => {
    const [one, another] = [await bearer(), await bearer()]
    const send = ({ token }: typeof one, body: object) =>
      client.post(BRANDS).bearerToken(token).header('idempotency-key', 'k').json(body)
    const refused = await send(one, { name: '' })
    const again = await send(one, { name: '' })
    const others = await send(another, { name: 'Valeo' })
    refused.assertStatus(422)
    assert.equal(again.text(), refused.text())
    others.assertStatus(201)
    const unreadable = await client
      .post(BRANDS)
      .bearerToken(one.token)
      .header('idempotency-key', 'a b')
      .json({ name: 'Sachs' })
    unreadable.assertStatus(400)
    assert.equal(unreadable.body().code, 'idempotency_key_missing')
  })

  test('of a file the bytes count, not its name alone', async ({ client, assert }) => {
    const { token } = await bearer()
    const send = (text: string) =>
      client
        .post('/api/admin/products/import')
        .bearerToken(token)
        .header('idempotency-key', 'file')
        .field('dryRun', 'true')
        .file('file', Buffer.from(text), { filename: 'liste.csv' })
    const first = await send('sku,name\nA-1,Filtre\n')
    const again = await send('sku,name\nA-1,Filtre\n')
    const other = await send('sku,name\nA-2,Filtre\n')
    first.assertStatus(202)
    assert.equal(again.text(), first.text())
    assert.equal(again.header('idempotency-replayed'), 'true')
    assert.equal(other.body().code, 'idempotency_key_reused')
  })

  test('of ten at once one is at work, and nothing is there twice', async ({ client, assert }) => {
    const { token } = await bearer()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        client
          .post(BRANDS)
          .bearerToken(token)
          .header('idempotency-key', 'ten')
          .json({ name: 'Ate' })
      )
    )
    for (const answer of answers.filter((one) => one.status() !== 201)) {
      assert.equal(answer.status(), 409)
      assert.equal(answer.body().code, 'idempotency_in_progress')
    }
    assert.equal(await count(`brands where name = 'Ate'`), 1)
  })

  test('a guest whose answer was lost has one cart, with the pieces once', async ({
    client,
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 10 })
    const add = (key: string, token?: string) =>
      client
        .post(ITEMS)
        .headers({ 'idempotency-key': key, ...(token && { 'x-cart-token': token }) })
        .json({ sku, quantity: 2 })
    const lost = await add('first')
    const again = await add('first')
    const { token, items } = again.body().data
    assert.equal(again.text(), lost.text())
    assert.equal(again.header('x-cart-token'), lost.header('x-cart-token'))
    assert.equal(items[0].quantity, 2)

    const more = [await add('more', token), await add('more', token)]
    assert.deepEqual(
      more.map((answer) => answer.body().data.items[0].quantity),
      [4, 4]
    )
    assert.equal(await count('carts'), 1)
  })
})

async function count(rows: string): Promise<number> {
  const [{ number }] = await sql<{ number: number }>(`select count(*)::int as number from ${rows}`)
  return number
}
