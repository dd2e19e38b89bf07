import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { picture } from '#tests/support/pictures'
import { bearer, createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

type Shown = { id: number; position: number; altFr: string | null; altAr: string | null }

/** What the log says last of a product. */
async function lastChange(id: number) {
  const [row] = await sql<{ source: string; changes: Record<string, unknown> }>(
    `select source, changes from audit_log where entity = 'products' and entity_id = $1 order by id desc limit 1`,
    [String(id)]
  )
  return row
}

test.group('What belongs to a product, as JSON', (group) => {
  let token: string

  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    const staff = await bearer('counter')
    token = staff.token
  })

  test('numbers are pasted as a block, listed page by page, and taken away', async ({
    client,
    assert,
  }) => {
    const { id } = await createProduct({ sku: 'NUM' })
    const url = `/api/admin/products/${id}/numbers`
    const block = '77 01 206 379\nPSA: 4252.45\n7701206379'
    const added = await client
      .post(url)
      .bearerToken(token)
      .json({ kind: 'oe', owner: 'Renault', numbers: block })
    added.assertStatus(201)
    assertDescribed('/api/admin/products/{id}/numbers', 'post', added)
    assert.equal(added.body().data.added, 2)
    const log = await lastChange(id)
    assert.equal(log.source, 'api')
    assert.deepEqual(log.changes, {
      partNumbers: [null, ['oe Renault 7701206379', 'oe PSA 4252.45']],
    })

    const first = await client.get(url).qs({ limit: 1 }).bearerToken(token)
    assertDescribed('/api/admin/products/{id}/numbers', 'get', first)
    const { nextCursor } = first.body().meta
    const second = await client.get(url).qs({ limit: 1, cursor: nextCursor }).bearerToken(token)
    assert.equal(second.body().data[0].number, '4252.45')
    assert.isNull(second.body().meta.nextCursor)

    const gone = await client.delete(`${url}/${second.body().data[0].id}`).bearerToken(token)
    gone.assertStatus(204)
    await createNumber(id, 'own', 'NUM')
    const [own] = await sql<{ id: number }>(`select id from part_numbers where kind = 'own'`)
    const kept = await client.delete(`${url}/${own.id}`).bearerToken(token)
    kept.assertStatus(404)
    const wrong = await client.post(url).bearerToken(token).json({ kind: 'own', numbers: 'X' })
    wrong.assertStatus(422)
  })

  test('pictures are sent, described, ordered and taken away; the shop shows it', async ({
    client,
    assert,
  }) => {
    const product = await createProduct()
    const url = `/api/admin/products/${product.id}/images`
    const path = '/api/admin/products/{id}/images'
    for (const colour of ['#cc0000', '#00cc00', '#0000cc']) {
      const sent = await client
        .post(url)
        .bearerToken(token)
        .file('file', await picture(colour), { filename: 'x.png' })
        .field('altFr', `Disque ${colour}`)
      sent.assertStatus(201)
      assertDescribed(path, 'post', sent)
    }
    const list = await client.get(url).bearerToken(token)
    assertDescribed(path, 'get', list)
    const [red, green, blue] = list.body().data as Shown[]
    assert.equal(red.altFr, 'Disque #cc0000')

    const changed = await client
      .patch(`${url}/${blue.id}`)
      .bearerToken(token)
      .json({ position: 0, altAr: 'قرص' })
    changed.assertStatus(200)
    assertDescribed(`${path}/{partId}`, 'patch', changed)
    const order = (answer: { body(): { data: Shown[] } }) => answer.body().data.map(({ id }) => id)
    assert.deepEqual(order(changed), [blue.id, red.id, green.id])
    const log = await lastChange(product.id)
    assert.deepEqual(log.changes.alt, ['Disque #0000cc', 'Disque #0000cc · قرص'])

    await seeChanges()
    const shown = async (locale: string) => {
      const answer = await client.get(`/api/v1/products/${product.slug}`).qs({ locale })
      return answer.body().data.images[0].alt as string
    }
    assert.equal(await shown('ar'), 'قرص')
    assert.equal(await shown('fr'), 'Disque #0000cc')

    const far = await client.patch(`${url}/${red.id}`).bearerToken(token).json({ position: 900 })
    assert.deepEqual(order(far), [blue.id, green.id, red.id])
    const { version } = await product.refresh()
    await client.patch(`${url}/${red.id}`).bearerToken(token).json({ position: 2 })
    await product.refresh()
    assert.equal(product.version, version, 'where it is already, nothing changes')
    const gone = await client.delete(`${url}/${blue.id}`).bearerToken(token)
    gone.assertStatus(204)
    const missing = await client.delete(`${url}/${blue.id}`).bearerToken(token)
    missing.assertStatus(404)
  })

  test('what is no picture, or another product’s, is refused', async ({ client, assert }) => {
    const [one, other] = [await createProduct(), await createProduct()]
    const url = `/api/admin/products/${one.id}/images`
    const text = await client
      .post(url)
      .bearerToken(token)
      .file('file', Buffer.from('<?php'), { filename: 'x.png' })
    text.assertStatus(422)
    const nothing = await client.post(url).bearerToken(token).json({})
    nothing.assertStatus(422)
    assert.equal(nothing.body().errors[0].field, 'file')
    const [{ id }] = await sql<{ id: number }>(
      `insert into product_images (product_id, path) values ($1, 'a.webp') returning id`,
      [other.id]
    )
    const foreign = await client.patch(`${url}/${id}`).bearerToken(token).json({ position: 0 })
    foreign.assertStatus(404)
  })

  test('the page orders and describes pictures by the same action', async ({ assert }) => {
    const product = await createProduct()
    await sql(
      `insert into product_images (product_id, path, position, alt_fr)
       values ($1, 'a.webp', 0, 'Vue de face'), ($1, 'b.webp', 1, null)`,
      [product.id]
    )
    const [, second] = await sql<{ id: number }>('select id from product_images order by position')
    const counter = await loggedIn(await createStaff('counter'))
    const page = `/admin/products/${product.id}`
    assert.include(await counter.htmlOf(page), 'alt="Vue de face"')
    const action = `${page}/images/${second.id}`
    await counter.post(action, { altFr: '', altAr: 'منظر خلفي' }, page)
    await counter.post(action, { position: '0' }, page)
    const rows = await sql('select path, alt_fr, alt_ar from product_images order by position')
    assert.deepEqual(rows, [
      { path: 'b.webp', alt_fr: null, alt_ar: 'منظر خلفي' },
      { path: 'a.webp', alt_fr: 'Vue de face', alt_ar: null },
    ])
    assert.include(await counter.htmlOf(`${page}?locale=ar`), 'alt="منظر خلفي"')
  })
})
