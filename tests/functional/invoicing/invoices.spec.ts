import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { fileProvider, pathOf } from '#app/invoicing/einvoice/file_provider'
import { handOverInvoice } from '#app/invoicing/einvoice/hand_over_invoice'
import { invoiceOf } from '#app/invoicing/invoice'
import { invoicePalette } from '#app/invoicing/invoice_palette'
import { issueCreditNote } from '#app/invoicing/issue_credit_note'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { forgetSeller, givenNumbers, invoicedOrder, knowSeller } from '#tests/support/invoices'
import { placedOrder } from '#tests/support/purchases'
import { confirmedOrder, sentParcel } from '#tests/support/shipments'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const INVOICES = '/api/admin/invoices'
const CREDITS = `${INVOICES}/{number}/credit-notes`
const YEAR = new Date().getFullYear()

test.group('Invoices', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.setup(() => knowSeller())
  group.each.teardown(() => emptyCatalogue())

  test('an order that has left is invoiced once, to the millime, with its stamp', async ({
    client,
    assert,
  }) => {
    const { sku } = await createProduct({ price: 89_900, stock: 5 })
    const { number: orderNumber } = await sentParcel([{ sku, quantity: 2 }])
    const { token } = await bearer('accountant')
    const body = { orderNumber, buyer: { name: 'Garage Amel', taxId: '1234567 r a m 000' } }
    const issue = () => client.post(INVOICES).bearerToken(token).json(body)
    const issued = await issue()
    assertDescribed(INVOICES, 'post', issued)
    issued.assertStatus(201)
    const { data } = issued.body()
    const [{ total }] = await sql<{ total: number }>('select total from orders')
    assert.containSubset(data, {
      number: `FAC-${YEAR}-000001`,
      buyer: { name: 'Garage Amel', taxId: '1234567R/A/M/000', isTaxIdDoubtful: false },
      stamp: { amount: 1_000 },
      total: { amount: total + 1_000 },
      seller: { taxId: '1234567R/A/M/000' },
    })
    assert.equal(data.lines[0].gross.amount, 179_800)
    assert.equal(data.lines[0].tax.amount + data.lines[1].tax.amount, data.tax.amount)
    assert.match(data.totalInWords, /dinars/)
    const again = await issue()
    again.assertStatus(409)
    assert.containSubset(again.body(), { code: 'already_invoiced', number: data.number })
    const seen = await client.get(`${INVOICES}/${data.number}`).bearerToken(token)
    assertDescribed(`${INVOICES}/{number}`, 'get', seen)
    assert.deepEqual(seen.body(), issued.body())
    await assertBooks(assert)
  })

  test('what is neither paid nor gone, and a shop that is nobody, issue none', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('accountant')
    const issue = (body: object) => client.post(INVOICES).bearerToken(token).json(body)
    for (const { number } of [await placedOrder(), await confirmedOrder()]) {
      const refused = await issue({ orderNumber: number })
      refused.assertStatus(409)
      assert.containSubset(refused.body(), { code: 'not_to_be_invoiced' })
    }
    const unknown = await issue({ orderNumber: 'SAP-2000-000001' })
    unknown.assertStatus(404)
    const { number: orderNumber } = await sentParcel()
    const wrong = await issue({ orderNumber, buyer: { taxId: '12' } })
    wrong.assertStatus(422)
    forgetSeller()
    const nobody = await issue({ orderNumber })
    nobody.assertStatus(409)
    assert.containSubset(nobody.body(), { code: 'seller_unknown' })
    assert.deepEqual(await givenNumbers(), [])
  })

  test('twenty at once get twenty numbers, without a gap or a double', async ({ assert }) => {
    const orders: string[] = []
    for (let n = 0; n < 20; n++) {
      const { number } = await sentParcel()
      orders.push(number)
    }
    // Every order twice, at the same moment: the second one is refused, and takes no number.
    const asked = [...orders, ...orders].map((number) => issueInvoice(number, {}, TESTING))
    const outcomes = await Promise.allSettled(asked)
    const given = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const expected = orders.map((_, n) => `FAC-${YEAR}-${String(n + 1).padStart(6, '0')}`)
    assert.deepEqual(given.toSorted(), expected)
    assert.deepEqual(await givenNumbers(), expected)
    await assertBooks(assert)
  })

  test('whoever fails after the number was taken leaves no gap', async ({ assert }) => {
    const { number, orderNumber } = await invoicedOrder()
    const failing = issueCreditNote(number, { reason: 'retour' }, TESTING, () =>
      Promise.reject(new Error('the answer could not be kept'))
    )
    await assert.rejects(() => failing, 'the answer could not be kept')
    await issueCreditNote(number, { reason: 'retour' }, TESTING)
    const again = await issueInvoice(orderNumber, { name: 'Le bon nom' }, TESTING)
    assert.deepEqual(await givenNumbers(), [number, `AV-${YEAR}-000001`, again])
    assert.equal(again, `FAC-${YEAR}-000002`)
    await assertBooks(assert)
  })

  test('nothing that was issued is changed or deleted, whoever asks', async ({ assert }) => {
    await invoicedOrder()
    for (const attempt of [
      'update invoices set total = total',
      'delete from invoices',
      'update invoice_lines set quantity = quantity',
      'delete from invoice_lines',
    ]) {
      await assert.rejects(() => sql(attempt), /append-only/)
    }
    await assert.rejects(() => sql('delete from orders'), /invoices/)
  })

  test('credit notes take pieces, amounts and the rest, never more than is left', async ({
    client,
    assert,
  }) => {
    const { sku } = await createProduct({ price: 10_000, stock: 5 })
    const { number } = await invoicedOrder([{ sku, quantity: 3 }])
    const { token } = await bearer('accountant')
    const credit = (body: object, key: string = randomUUID(), of = number) =>
      client
        .post(`${INVOICES}/${of}/credit-notes`)
        .bearerToken(token)
        .header('Idempotency-Key', key)
        .json(body)
    const key = randomUUID()
    const wish = { lines: [{ sku, quantity: 2 }], reason: 'retour' }
    const first = await credit(wish, key)
    assertDescribed(CREDITS, 'post', first)
    first.assertStatus(201)
    assert.containSubset(first.body().data, {
      ...{ number: `AV-${YEAR}-000001`, creditsNumber: number, type: 'credit_note' },
      ...{ total: { amount: 21_000 }, stamp: { amount: 1_000 } },
    })
    const replayed = await credit(wish, key)
    assert.deepEqual(replayed.body(), first.body())
    for (const tooMuch of [wish, { amount: 1_000_000, reason: 'geste' }]) {
      const refused = await credit(tooMuch)
      refused.assertStatus(409)
      assert.containSubset(refused.body(), { code: 'credit_too_much' })
    }
    const part = await credit({ amount: 1_234, reason: 'geste' })
    part.assertStatus(201)
    const twice = await credit({ reason: 'avoir' }, randomUUID(), first.body().data.number)
    assert.containSubset(twice.body(), { code: 'not_an_invoice' })
    const rest = await credit({ reason: 'le reste' })
    rest.assertStatus(201)
    const { gross, credited } = await invoiceOf(number)
    assert.equal(credited, gross)
    const nothing = await credit({ reason: 'encore' })
    nothing.assertStatus(409)
    await assertBooks(assert)
  })

  test('credits at the same moment never take more than was invoiced', async ({ assert }) => {
    const { number } = await invoicedOrder()
    const { gross } = await invoiceOf(number)
    const most = Math.ceil(gross / 2)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        issueCreditNote(number, { amount: most, reason: 'geste' }, TESTING)
      )
    )
    const done = outcomes.filter(({ status }) => status === 'fulfilled')
    assert.lengthOf(done, gross % 2 ? 1 : 2)
    await assertBooks(assert)
  })

  test('they are listed by kind, day and number, page by page', async ({ client, assert }) => {
    const [one, two] = [await invoicedOrder(), await invoicedOrder()]
    await issueCreditNote(two.number, { amount: 500, reason: 'geste' }, TESTING)
    const { token } = await bearer('accountant')
    const list = (query: object) => client.get(INVOICES).qs(query).bearerToken(token)
    const numbers = (response: { body(): { data: { number: string }[] } }) =>
      response.body().data.map(({ number }) => number)
    const page = await list({ limit: 2 })
    assertDescribed(INVOICES, 'get', page)
    assert.deepEqual(numbers(page), [`AV-${YEAR}-000001`, two.number])
    const next = await list({ limit: 2, cursor: page.body().meta.nextCursor })
    assert.deepEqual(numbers(next), [one.number])
    assert.deepEqual(numbers(await list({ type: 'credit_note' })), [`AV-${YEAR}-000001`])
    assert.deepEqual(numbers(await list({ q: one.orderNumber })), [one.number])
    assert.deepEqual(numbers(await list({ to: '2020-01-01' })), [])
    assert.lengthOf(await invoicePalette(one.number, 'fr'), 1)
    const { token: warehouse } = await bearer('warehouse')
    const refused = await client.get(INVOICES).bearerToken(warehouse)
    refused.assertStatus(403)
  })

  test('each is a sheet of paper, and issued from the page of its order, once', async ({
    assert,
  }) => {
    const { number: orderNumber } = await sentParcel()
    const browser = await loggedIn(await createStaff('owner'))
    const page = `/admin/orders/${orderNumber}`
    const before = await browser.get(page)
    assert.include(before.html, 'Émettre la facture')
    await browser.post('/admin/invoices', { orderNumber, name: 'Garage <b>Amel</b>' }, page)
    const [number] = await givenNumbers()
    const { html } = await browser.get(`/admin/invoices/${number}`)
    assert.include(html, 'Arrêtée la présente facture à la somme de')
    assert.include(html, 'Garage &lt;b&gt;Amel')
    assert.include(html, 'Timbre fiscal')
    const fields = { amount: '1,500', reason: 'geste commercial', key: randomUUID() }
    for (let n = 0; n < 2; n++) {
      const { status } = await browser.post(`/admin/invoices/${number}/credit-notes`, fields, page)
      assert.equal(status, 303)
    }
    assert.deepEqual(await givenNumbers(), [number, `AV-${YEAR}-000001`])
    const { html: list } = await browser.get('/admin/invoices?from=&to=&q=')
    assert.include(list, `AV-${YEAR}-000001`)
  })

  test('each is handed over as a file that stays the same', async ({ assert }) => {
    const { number } = await invoicedOrder()
    const invoice = await invoiceOf(number)
    await fileProvider.submit(invoice)
    const file = await readFile(pathOf(invoice), 'utf8')
    assert.containSubset(JSON.parse(file), { number, total: { amount: invoice.total } })
    await issueCreditNote(number, { reason: 'retour' }, TESTING)
    await fileProvider.submit(await invoiceOf(number))
    assert.equal(await readFile(pathOf(invoice), 'utf8'), file)
    const told = await sql<{ type: string }>(
      `select type from outbox where aggregate = 'invoice' order by id desc limit 2`
    )
    assert.deepEqual(
      told.map(({ type }) => type),
      ['credit_note.issued', 'invoice.issued']
    )
  })

  test('what is issued is handed over by itself, after its commit', async ({ assert }) => {
    const { number } = await invoicedOrder()
    const path = pathOf(await invoiceOf(number))
    await rm(path, { force: true })
    const [event] = await sql<{ type: string; aggregateId: string; payload: object }>(
      `select type, aggregate_id as "aggregateId", payload from outbox where aggregate = 'invoice' order by id desc limit 1`
    )
    assert.include(handOverInvoice.types, event.type)
    await handOverInvoice.job.handle({ data: event, complete: async () => {} } as never)
    assert.containSubset(JSON.parse(await readFile(path, 'utf8')), { number })
  })
})
