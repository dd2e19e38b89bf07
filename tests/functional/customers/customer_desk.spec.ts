import { test } from '@japa/runner'
import { customerEntries } from '#app/customers/customer_palette'
import { registerCustomer } from '#app/customers/register_customer'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { emptyCatalogue } from '#tests/support/catalogue'
import { createCustomer, CUSTOMER_PASSWORD, newEmail, orderOf } from '#tests/support/customers'
import { bearer, createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const CUSTOMERS = '/api/admin/customers'
const CUSTOMER = `${CUSTOMERS}/{id}`

/** A customer of that name and telephone. */
const named = (fullName: string, phone?: string) =>
  registerCustomer(
    { fullName, phone, email: newEmail(), password: CUSTOMER_PASSWORD, locale: 'fr' },
    { ip: '127.0.0.1' }
  )

test.group('Customers at the desk', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from customers')
    await sql('delete from rate_limits')
    await sql(
      `insert into customer_groups (code, name) values ('garages', 'Garages') on conflict (code) do update set name = excluded.name`
    )
  })
  group.each.teardown(() => emptyCatalogue())

  test('are listed page by page and found by name, address and telephone', async ({
    client,
    assert,
  }) => {
    const [leila, sami, ines] = [
      await named('Leïla Mansour', '+216 98 765 432'),
      await named('Sami 100%'),
      await named('Inès Mansour'),
    ]
    const { token } = await bearer('counter')
    const list = (query: object) => client.get(CUSTOMERS).qs(query).bearerToken(token)
    const found = async (query: object) => {
      const response = await list(query)
      return response.body().data.map(({ id }: { id: number }) => id)
    }
    const first = await list({ limit: 2 })
    assertDescribed(CUSTOMERS, 'get', first)
    assert.lengthOf(first.body().data, 2)
    assert.deepEqual(await found({ limit: 2, cursor: first.body().meta.nextCursor }), [leila.id])
    assert.deepEqual(await found({ q: 'leila' }), [leila.id])
    assert.deepEqual(await found({ q: 'MANSOUR' }), [ines.id, leila.id])
    assert.deepEqual(await found({ q: '98765432' }), [leila.id])
    assert.deepEqual(await found({ q: sami.email.toUpperCase() }), [sami.id])
    assert.deepEqual(await found({ q: 'nobody' }), [])
    assert.deepEqual(await found({ group: 'garages' }), [])
    const [entry] = await customerEntries('leila')
    assert.deepInclude(entry, { label: 'Leïla Mansour', detail: '98 765 432' })
  })

  test('the group is chosen by sales alone, and the version that was seen holds', async ({
    client,
    assert,
  }) => {
    const { id } = await createCustomer()
    const { token } = await bearer('sales')
    const choose = (code: string | null, version = 1) =>
      client
        .patch(`${CUSTOMERS}/${id}`)
        .bearerToken(token)
        .header('if-match', `"${version}"`)
        .json({ group: code })
    const joined = await choose('garages')
    assertDescribed(CUSTOMER, 'patch', joined)
    assert.deepInclude(joined.body().data, {
      group: { code: 'garages', name: 'Garages' },
      version: 2,
    })
    const late = await choose(null)
    late.assertStatus(412)
    const unknown = await choose('nulle-part', 2)
    unknown.assertStatus(422)
    const left = await choose(null, 2)
    assert.isNull(left.body().data.group)
    const { token: counter } = await bearer('counter')
    const refused = await client
      .patch(`${CUSTOMERS}/${id}`)
      .bearerToken(counter)
      .json({ group: 'garages' })
    refused.assertStatus(403)
  })

  test('pages show the sheet, its orders and its history, and change the group', async ({
    assert,
  }) => {
    const customer = await named('Leïla Mansour', '98 765 432')
    const number = await orderOf(customer)
    const browser = await loggedIn(await createStaff())
    const list = await browser.htmlOf('/admin/customers?q=mansour')
    assert.include(list, 'Leïla Mansour')
    assert.include(list, '98 765 432')
    const page = `/admin/customers/${customer.id}`
    const { status } = await browser.post(`${page}/group`, { group: 'garages' }, page)
    assert.equal(status, 303)
    const sheet = await browser.htmlOf(page)
    assert.include(sheet, 'Groupe de clients')
    assert.include(sheet, 'Garages')
    assert.notInclude(sheet, 'translation missing')
    assert.include(await browser.htmlOf(`${page}/orders`), number)
    assert.include(await browser.htmlOf(`/admin/orders/${number}`), page)
    const file = await browser.get(`${page}/export`)
    assert.include(file.html, customer.email)
    const early = await browser.post(`${page}/erasure`, { reason: 'demande écrite' }, page)
    assert.equal(early.status, 303)
    assert.include(await browser.htmlOf(page), 'terminez-la ou annulez-la')
  })
})
