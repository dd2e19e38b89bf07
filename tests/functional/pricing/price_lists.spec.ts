import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
} from '#tests/support/catalogue'
import { createGroup, createList } from '#tests/support/price_lists'
import { filledCart } from '#tests/support/purchases'
import { bearer, createStaff } from '#tests/support/staff'
import { statementsDuring } from '#tests/support/statements'
import { loggedIn } from '#tests/support/web_visitor'

const LISTS = '/api/admin/price-lists'
const GROUPS = '/api/admin/customer-groups'

test.group('Price lists', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from price_lists')
  })
  group.each.teardown(async () => void (await sql('delete from price_lists')))

  test('are created, replaced, listed and deleted; who has no right to prices only looks', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('buyer')
    const { code } = await createGroup()
    const input = { name: 'Garages', group: code, minQuantity: 4, endsOn: '2090-12-31' }
    const created = await client.post(LISTS).bearerToken(token).json(input)
    created.assertStatus(201)
    assertDescribed(LISTS, 'post', created)
    const { id } = created.body().data
    assert.deepInclude(created.body().data, { ...input, state: 'running', rules: 0, version: 1 })

    const replace = (body: object, version: number) =>
      client.put(`${LISTS}/${id}`).bearerToken(token).header('if-match', `"${version}"`).json(body)
    const planned = await replace({ name: 'Garages', startsOn: '2090-01-01' }, 1)
    assertDescribed(`${LISTS}/{id}`, 'put', planned)
    assert.deepInclude(planned.body().data, { state: 'planned', group: null, minQuantity: 1 })
    const stale = await replace(input, 1)
    stale.assertStatus(412)

    const found = await client.get(LISTS).qs({ state: 'planned', limit: 1 }).bearerToken(token)
    assertDescribed(LISTS, 'get', found)
    assert.lengthOf(found.body().data, 1)
    const { token: sales } = await bearer('readonly')
    const refused = await client.post(LISTS).bearerToken(sales).json(input)
    refused.assertStatus(403)
    const seen = await client.get(`${LISTS}/${id}`).bearerToken(sales)
    assertDescribed(`${LISTS}/{id}`, 'get', seen)

    const deleted = await client.delete(`${LISTS}/${id}`).bearerToken(token)
    deleted.assertStatus(204)
    const gone = await client.get(`${LISTS}/${id}`).bearerToken(token)
    gone.assertStatus(404)
    const [{ count }] = await sql<{ count: number }>(
      `select count(*)::int as count from audit_log where entity = 'price_lists' and entity_id = $1`,
      [String(id)]
    )
    assert.equal(count, 3)
  })

  test('a rule tells the shelf price, what it makes of it, and which other lists speak of the same', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const brand = await createBrand()
    const pads = await createCategory('freinage/plaquettes')
    const { sku } = await createProduct({ price: 40_000, brand, category: pads })
    await createProduct({ price: 60_001, brand, category: pads })
    const [{ code }, { code: another }] = [await createGroup(), await createGroup()]
    const others = await createList({ name: 'Freinage', group: code }, [
      { category: 'freinage', percentOff: 5 },
    ])
    await createList({ name: 'Autres', group: another }, [{ sku, price: 1_000 }])
    await createList({ name: 'Passée', endsOn: '2020-01-01' }, [{ sku, price: 1_000 }])
    const id = await createList({ name: 'Garages', group: code })
    const rule = async (body: object) => {
      const response = await client.post(`${LISTS}/${id}/rules`).bearerToken(token).json(body)
      response.assertStatus(201)
      assertDescribed(`${LISTS}/{id}/rules`, 'post', response)
      return response.body().data
    }

    const ofProduct = await rule({ sku, price: 35_000 })
    assert.equal(ofProduct.shelf.from.amount, 40_000)
    assert.equal(ofProduct.result.to.amount, 35_000)
    assert.deepEqual(ofProduct.otherLists, [{ id: others, name: 'Freinage' }])
    const dear = await rule({ sku, price: 41_000 })
    assert.equal(dear.id, ofProduct.id, 'a list says one thing of a product')
    assert.deepEqual(dear.warnings, ['above_shelf'])
    assert.equal(dear.result.from.amount, 40_000)

    const ofBrand = await rule({ brand: brand.slug, percentOff: 10 })
    assert.deepEqual([ofBrand.shelf.from.amount, ofBrand.shelf.to.amount], [40_000, 60_001])
    assert.deepEqual([ofBrand.result.from.amount, ofBrand.result.to.amount], [36_000, 54_001])
    const ofCategory = await rule({ category: 'freinage', percentOff: 50 })
    assert.deepEqual([ofCategory.shelf.to.amount, ofCategory.result.from.amount], [60_001, 20_000])

    const rules = await client.get(`${LISTS}/${id}/rules`).qs({ limit: 2 }).bearerToken(token)
    assertDescribed(`${LISTS}/{id}/rules`, 'get', rules)
    assert.isString(rules.body().meta.nextCursor)
    const removed = await client.delete(`${LISTS}/${id}/rules/${dear.id}`).bearerToken(token)
    removed.assertStatus(204)
    const twice = await client.delete(`${LISTS}/${id}/rules/${dear.id}`).bearerToken(token)
    twice.assertStatus(404)
  })

  test('what makes no sense is refused, field by field', async ({ client, assert }) => {
    const { token } = await bearer()
    const { sku } = await createProduct()
    const brand = await createBrand()
    const id = await createList()
    const refusal = async (path: string, body: object) => {
      const response = await client.post(path).bearerToken(token).json(body)
      response.assertStatus(422)
      const [{ field, rule }] = response.body().errors
      return `${field} ${rule}`
    }
    const rules = `${LISTS}/${id}/rules`
    assert.equal(await refusal(rules, { sku: 'NULLE-PART', price: 1 }), 'sku sku')
    assert.equal(
      await refusal(rules, { price: 1_000, percentOff: 5, sku }),
      'price price_or_percent'
    )
    assert.equal(await refusal(rules, { sku }), 'price price_or_percent')
    assert.equal(await refusal(rules, { percentOff: 5 }), 'sku rule_subject')
    assert.equal(
      await refusal(rules, { percentOff: 5, sku, brand: brand.slug }),
      'sku rule_subject'
    )
    assert.equal(
      await refusal(rules, { brand: brand.slug, price: 1_000 }),
      'price price_of_product'
    )
    assert.equal(await refusal(rules, { brand: 'nulle-part', percentOff: 5 }), 'brand exists')
    assert.equal(await refusal(rules, { sku, percentOff: 100 }), 'percentOff range')
    assert.equal(await refusal(LISTS, { name: 'X', group: 'nulle-part' }), 'group exists')
    const dates = { startsOn: '2026-12-02', endsOn: '2026-12-01' }
    assert.equal(await refusal(LISTS, { name: 'X', ...dates }), 'endsOn period')
  })

  test('carts show at once what a list says, and what it says no more', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const { sku, token: cart } = await filledCart(2, { price: 40_000 })
    const price = async () => {
      const response = await client.get('/api/v1/cart').header('x-cart-token', cart)
      return response.body().data.items[0].unitPrice.amount
    }
    assert.equal(await price(), 40_000)
    const id = await createList({ minQuantity: 2 }, [{ sku, percentOff: 10 }])
    assert.equal(await price(), 36_000)
    const put = (body: object) => client.put(`${LISTS}/${id}`).bearerToken(token).json(body)
    await put({ name: 'Liste', minQuantity: 2, isActive: false })
    assert.equal(await price(), 40_000)
    await put({ name: 'Liste', minQuantity: 3 })
    assert.equal(await price(), 40_000)
    await put({ name: 'Liste', minQuantity: 1, endsOn: '2090-01-01' })
    assert.equal(await price(), 36_000)
  })

  test('a product tells what groups pay for it, from which quantity and when: one statement', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const brand = await createBrand()
    const { id, sku } = await createProduct({ price: 40_000, brand })
    const { code } = await createGroup('Revendeurs')
    await createList({ name: 'En gros', group: code, minQuantity: 10 }, [
      { sku, price: 30_000 },
      { brand: brand.slug, percentOff: 50 },
    ])
    await createList({ name: 'Plus tard', startsOn: '2090-01-01' }, [{ sku, percentOff: 25 }])
    await createList({ name: 'Sans effet', isActive: false }, [{ sku, percentOff: 90 }])

    const response = await client.get(`/api/admin/products/${id}/group-prices`).bearerToken(token)
    assertDescribed('/api/admin/products/{id}/group-prices', 'get', response)
    const told = response
      .body()
      .data.map((one: Record<string, unknown> & { price: { amount: number } }) => [
        ...[one.group, one.minQuantity, one.state, one.price.amount],
      ])
    assert.deepEqual(told, [
      [null, 1, 'planned', 30_000],
      [code, 10, 'running', 20_000],
    ])
    const browser = await loggedIn(await createStaff('counter'))
    const html = await browser.htmlOf(`/admin/products/${id}`)
    assert.include(html, 'En gros')
    assert.include(html, 'dès 10 pièces')
    assert.notInclude(html, 'Sans effet')
  })

  test('as many statements for a page of many lists and rules as for one of few', async ({
    assert,
  }) => {
    const browser = await loggedIn(await createStaff())
    const id = await createList()
    const grow = async (count: number) => {
      for (let nth = 0; nth < count; nth++) {
        const { sku } = await createProduct({ price: 10_000 })
        await createList({}, [{ sku, percentOff: 5 }])
        await createList({ name: 'La même' }, [{ sku, percentOff: 6 }])
        await sql('update price_rules set price_list_id = $1 where percent_off = 5', [id])
      }
    }
    const statements = (page: string) => statementsDuring(() => browser.htmlOf(page))
    await grow(1)
    const few = [
      await statements('/admin/price-lists'),
      await statements(`/admin/price-lists/${id}`),
    ]
    await grow(9)
    const many = [
      await statements('/admin/price-lists'),
      await statements(`/admin/price-lists/${id}`),
    ]
    assert.deepEqual(
      many.map(({ length }) => length),
      few.map(({ length }) => length)
    )
  })

  test('pages create a list, give it prices, say what is wrong, and delete it', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ price: 40_000 })
    const browser = await loggedIn(await createStaff('buyer'))
    const fields = { name: 'Garages', minQuantity: '2', isActive: '1' }
    const { to } = await browser.post('/admin/price-lists', fields, '/admin/price-lists/new')
    await browser.post(`${to}/rules`, { sku: 'NULLE-PART', price: '1,000' }, to!)
    assert.include(await browser.htmlOf(to!), 'Aucun produit n’a cette référence')
    await browser.post(`${to}/rules`, { sku, price: '45,000' }, to!)
    const warned = await browser.htmlOf(to!)
    assert.include(warned, 'Au-dessus du prix public')
    await browser.post(`${to}/rules`, { sku, percentOff: '10' }, to!)
    const html = await browser.htmlOf(to!)
    assert.include(html, '36,000')
    assert.notInclude(html, 'Au-dessus du prix public')
    assert.notInclude(html, 'translation missing')
    await browser.post(to!, { name: 'Trop tard', version: '1' }, to!)
    assert.include(await browser.htmlOf(to!), 'Quelqu’un d’autre')
    assert.include(await browser.htmlOf('/admin/price-lists?state=running'), 'Garages')
    await browser.post(`${to}/deletion`, {}, to!)
    assert.include(await browser.htmlOf('/admin/price-lists'), 'est supprimée')
  })
})

test.group('Customer groups', () => {
  test('are created, renamed and deleted while nothing uses them', async ({ client, assert }) => {
    const { token } = await bearer('sales')
    const code = `garages_${Date.now()}`
    const created = await client.post(GROUPS).bearerToken(token).json({ name: 'Garages', code })
    created.assertStatus(201)
    assertDescribed(GROUPS, 'post', created)
    const { id } = created.body().data
    const taken = await client.post(GROUPS).bearerToken(token).json({ name: 'Autres', code })
    taken.assertStatus(422)
    assert.equal(taken.body().errors[0].rule, 'taken')
    const odd = await client.post(GROUPS).bearerToken(token).json({ name: 'X', code: 'Été !' })
    odd.assertStatus(422)

    const rename = (version: number) =>
      client
        .patch(`${GROUPS}/${id}`)
        .bearerToken(token)
        .header('if-match', `"${version}"`)
        .json({ name: 'Mécaniciens' })
    const renamed = await rename(1)
    assertDescribed(`${GROUPS}/{id}`, 'patch', renamed)
    assert.deepInclude(renamed.body().data, { code, name: 'Mécaniciens', version: 2 })
    const stale = await rename(1)
    stale.assertStatus(412)
    const all = await client.get(GROUPS).bearerToken(token)
    assertDescribed(GROUPS, 'get', all)

    const list = await createList({ group: code })
    const used = await client.delete(`${GROUPS}/${id}`).bearerToken(token)
    used.assertStatus(409)
    await sql('delete from price_lists where id = $1', [list])
    const deleted = await client.delete(`${GROUPS}/${id}`).bearerToken(token)
    deleted.assertStatus(204)
  })

  test('pages create, rename and delete one', async ({ assert }) => {
    const browser = await loggedIn(await createStaff('sales'))
    const page = '/admin/customer-groups/new'
    const fields = { name: 'Flottes', code: `flottes_${Date.now()}` }
    await browser.post('/admin/customer-groups', { ...fields, code: 'É' }, page)
    assert.include(await browser.htmlOf(page), 'Ce format n’est pas reconnu')
    await browser.post('/admin/customer-groups', fields, page)
    assert.include(await browser.htmlOf('/admin/customer-groups'), 'Flottes')
    const [{ id }] = await sql<{ id: number }>('select id from customer_groups where code = $1', [
      fields.code,
    ])
    const own = `/admin/customer-groups/${id}`
    await browser.post(own, { name: 'Parcs', version: '1' }, own)
    const html = await browser.htmlOf(own)
    assert.include(html, 'Parcs')
    assert.notInclude(html, 'translation missing')
    await browser.post(`${own}/deletion`, {}, own)
    assert.include(await browser.htmlOf('/admin/customer-groups'), 'est supprimé')
  })
})
