import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { writeConcept } from '#app/search/words/synonyms'
import { assertDescribed } from '#tests/support/api_contract'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { bearer, createStaff } from '#tests/support/staff'
import { loggedIn, type WebVisitor } from '#tests/support/web_visitor'

async function slugs() {
  const rows = await sql<{ slug: string }>('select slug from categories order by slug')
  return rows.map(({ slug }) => slug)
}

async function order() {
  const rows = await sql<{ slug: string }>(
    'select slug from categories where parent_id is null order by position, id'
  )
  return rows.map(({ slug }) => slug)
}

test.group('Brands and categories of the staff', (group) => {
  let token: string
  let buyer: WebVisitor

  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    const staff = await bearer('buyer')
    token = staff.token
    buyer = await loggedIn(staff.member)
  })

  test('a brand lives from creation to deletion, through the API', async ({ client, assert }) => {
    const url = '/api/admin/brands'
    const created = await client.post(url).bearerToken(token).json({ name: 'Hella & Co' })
    created.assertStatus(201)
    assertDescribed(url, 'post', created)
    const { id, slug } = created.body().data
    assert.equal(slug, 'hella-et-co')
    const taken = await client.post(url).bearerToken(token).json({ name: 'hella et co' })
    taken.assertStatus(409)
    const changed = await client
      .patch(`${url}/${id}`)
      .bearerToken(token)
      .json({ name: 'Hella', website: 'https://hella.example' })
    assertDescribed(`${url}/{id}`, 'patch', changed)
    assert.equal(changed.body().data.slug, 'hella-et-co', 'others link to its address')
    const list = await client.get(url).qs({ q: 'HELLA' }).bearerToken(token)
    assertDescribed(url, 'get', list)
    assert.lengthOf(list.body().data, 1)
    const gone = await client.delete(`${url}/${id}`).bearerToken(token)
    gone.assertStatus(204)
    const missing = await client.get(`${url}/${id}`).bearerToken(token)
    missing.assertStatus(404)
  })

  test('a brand with products stays, and its products are found by its new name', async ({
    client,
    assert,
  }) => {
    const brand = await createBrand('Ancienne')
    await createProduct({ sku: 'SKU-B', brand })
    const refused = await client.delete(`/api/admin/brands/${brand.id}`).bearerToken(token)
    refused.assertStatus(409)
    assert.equal(refused.body().code, 'still_in_use')
    await buyer.post(`/admin/brands/${brand.id}`, { name: 'Nouvelle' })
    await seeChanges()
    const found = await client.get('/api/v1/search').qs({ q: 'nouvelle' })
    assert.equal(found.body().data[0]?.sku, 'SKU-B')
    const inForm = await buyer.post(
      `/admin/brands/${brand.id}/deletion`,
      {},
      `/admin/brands/${brand.id}`
    )
    assert.equal(inForm.status, 303)
    assert.include(await buyer.htmlOf('/admin/brands'), 'détachez-les d’abord')
  })

  test('a list of one page has no pager, a longer one leads on', async ({ assert }) => {
    await createBrand('Bosch')
    assert.notInclude(await buyer.htmlOf('/admin/brands'), 'class="pager"')
    for (let n = 0; n < 50; n++) await createBrand(`Marque à part ${n}`)
    assert.match(await buyer.htmlOf('/admin/brands'), /<nav class="pager"[\s\S]*?rel="next"/)
  })

  test('a category lives from creation to deletion, through the API', async ({
    client,
    assert,
  }) => {
    const url = '/api/admin/categories'
    await createCategory('freinage')
    const created = await client
      .post(url)
      .bearerToken(token)
      .json({ name: 'Plaquettes', nameAr: 'فحمات', parent: 'freinage' })
    created.assertStatus(201)
    assertDescribed(url, 'post', created)
    assert.equal(created.body().data.slug, 'freinage/plaquettes')
    const { id } = created.body().data
    for (const parent of ['freinage/plaquettes', 'nowhere']) {
      const refused = await client.patch(`${url}/${id}`).bearerToken(token).json({ parent })
      refused.assertStatus(422)
      assert.equal(refused.body().errors[0].field, 'parent')
    }
    const list = await client.get(url).bearerToken(token)
    assertDescribed(url, 'get', list)
    assert.lengthOf(list.body().data, 2)
    const [parent] = await sql<{ id: number }>(`select id from categories where slug = 'freinage'`)
    const refused = await client.delete(`${url}/${parent.id}`).bearerToken(token)
    refused.assertStatus(409)
    const gone = await client.delete(`${url}/${id}`).bearerToken(token)
    gone.assertStatus(204)
  })

  test('moving a category moves all below it, and former addresses lead on', async ({
    client,
    assert,
  }) => {
    const moved = await createCategory('moteur/filtres')
    await createCategory('moteur/filtres/huile')
    await createCategory('moteur/filtres_divers')
    await createCategory('entretien')
    const product = await createProduct({ category: moved })
    const concept = {
      code: 'filter',
      kind: 'part' as const,
      categories: ['moteur/filtres/huile', 'entretien'],
    }
    const acting = { actor: 'test', source: 'command' as const }
    await writeConcept({ ...concept, synonyms: [{ term: 'filtre', language: 'fr' }] }, acting)

    await buyer.post(`/admin/categories/${moved.id}`, { name: 'filtres', parent: 'entretien' })
    await seeChanges()

    assert.deepEqual(await slugs(), [
      'entretien',
      'entretien/filtres',
      'entretien/filtres/huile',
      'moteur',
      'moteur/filtres_divers',
    ])
    const former = await client.get('/api/v1/categories/moteur/filtres/huile').redirects(0)
    assert.equal(former.status(), 301)
    assert.include(former.header('location'), 'entretien/filtres/huile')
    const listed = await client.get('/api/v1/products').qs({ category: 'entretien' })
    assert.equal(listed.body().data[0].sku, product.sku)
    const [{ categories }] = await sql<{ categories: string[] }>(
      `select category_slugs as categories from concepts where code = 'filter'`
    )
    assert.deepEqual(categories, ['entretien/filtres/huile', 'entretien'])

    await buyer.post(`/admin/categories/${moved.id}`, { name: 'filtres', parent: 'moteur' })
    await seeChanges()
    const back = await client.get('/api/v1/categories/moteur/filtres/huile')
    back.assertStatus(200)
  })

  test('two moves at once never make a circle', async ({ client, assert }) => {
    const a = await createCategory('a')
    const b = await createCategory('b')
    const move = (id: number, parent: string) =>
      client.patch(`/api/admin/categories/${id}`).bearerToken(token).json({ parent })
    const answers = await Promise.all([move(a.id, 'b'), move(b.id, 'a')])
    assert.deepEqual(answers.map((answer) => answer.status()).sort(), [200, 422])
  })

  test('categories go up and down among their siblings', async ({ assert }) => {
    const ids: number[] = []
    for (const slug of ['a', 'b', 'c']) {
      const category = await createCategory(slug)
      ids.push(category.id)
    }
    await buyer.post(`/admin/categories/${ids[2]}/steps`, { step: 'up' }, '/admin/categories')
    assert.deepEqual(await order(), ['a', 'c', 'b'])
    await buyer.post(`/admin/categories/${ids[0]}/steps`, { step: 'up' }, '/admin/categories')
    await buyer.post(`/admin/categories/${ids[0]}/steps`, { step: 'down' }, '/admin/categories')
    assert.deepEqual(await order(), ['c', 'a', 'b'])
    const forged = await buyer.post(
      `/admin/categories/${ids[0]}/steps`,
      { step: 'top' },
      '/admin/categories'
    )
    assert.equal(forged.status, 302)
  })

  test('who lacks the right sees no button and is refused', async ({ assert }) => {
    const brand = await createBrand('Bosch')
    const counter = await loggedIn(await createStaff('counter'))
    assert.notInclude(await counter.htmlOf('/admin/brands'), '/admin/brands/new')
    assert.notInclude(await counter.htmlOf(`/admin/brands/${brand.id}`), 'save-bar')
    const refused = await counter.post(`/admin/brands/${brand.id}`, { name: 'X' })
    assert.equal(refused.status, 403)
  })
})
