import { test } from '@japa/runner'
import { assertDescribed } from '#tests/support/api_contract'
import { createBrand, emptyCatalogue } from '#tests/support/catalogue'
import { createCoupon, forgetPromotions, newCode } from '#tests/support/promotions'
import { bearer, createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const PROMOTIONS = '/api/admin/promotions'
const PROMOTION = `${PROMOTIONS}/{id}`

test.group('Promotions at the desk', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetPromotions()
  })
  group.each.teardown(() => forgetPromotions())

  test('are created, replaced and listed by sales; the counter only looks', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('sales')
    const { slug } = await createBrand()
    const code = newCode()
    const input = {
      name: 'Été',
      kind: 'percent',
      percent: 10,
      code: code.toLowerCase(),
      brand: slug,
    }
    const created = await client.post(PROMOTIONS).bearerToken(token).json(input)
    created.assertStatus(201)
    assertDescribed(PROMOTIONS, 'post', created)
    const { id } = created.body().data
    assert.deepInclude(created.body().data, { code, brand: slug, state: 'running', uses: 0 })

    const replace = (body: object, version: number) =>
      client
        .put(`${PROMOTIONS}/${id}`)
        .bearerToken(token)
        .header('if-match', `"${version}"`)
        .json(body)
    const ended = await replace({ ...input, isActive: false }, 1)
    assertDescribed(PROMOTION, 'put', ended)
    assert.deepInclude(ended.body().data, { state: 'over', version: 2 })
    const late = await replace(input, 1)
    late.assertStatus(412)

    const over = await client.get(PROMOTIONS).qs({ state: 'over' }).bearerToken(token)
    assertDescribed(PROMOTIONS, 'get', over)
    assert.lengthOf(over.body().data, 1)
    const uses = await client.get(`${PROMOTIONS}/${id}/redemptions`).bearerToken(token)
    assertDescribed(`${PROMOTION}/redemptions`, 'get', uses)
    const { token: counter } = await bearer('counter')
    const refused = await client.post(PROMOTIONS).bearerToken(counter).json(input)
    refused.assertStatus(403)
  })

  test('what makes no sense is refused, field by field', async ({ client, assert }) => {
    const { token } = await bearer('sales')
    const { code } = await createCoupon()
    const fieldOf = async (body: object) => {
      const input = { name: 'X', kind: 'percent', percent: 10, ...body }
      const response = await client.post(PROMOTIONS).bearerToken(token).json(input)
      response.assertStatus(422)
      return response.body().errors[0].field
    }
    assert.equal(await fieldOf({ percent: null }), 'percent')
    assert.equal(await fieldOf({ percent: 101 }), 'percent')
    assert.equal(await fieldOf({ kind: 'amount' }), 'amount')
    assert.equal(await fieldOf({ kind: 'buy_get', buy: 2 }), 'get')
    assert.equal(await fieldOf({ code: 'a b' }), 'code')
    assert.equal(await fieldOf({ code }), 'code')
    assert.equal(await fieldOf({ brand: 'nulle-part' }), 'brand')
    assert.equal(await fieldOf({ group: 'nulle-part' }), 'group')
    assert.equal(await fieldOf({ startsOn: '2026-12-02', endsOn: '2026-12-01' }), 'endsOn')
  })

  test('pages create one, say what is wrong, and change it', async ({ assert }) => {
    const browser = await loggedIn(await createStaff('sales'))
    const page = '/admin/promotions/new'
    const fields = { name: 'Rentrée', kind: 'amount', isActive: '1' }
    await browser.post('/admin/promotions', fields, page)
    assert.include(await browser.htmlOf(page), 'Ce champ est obligatoire')
    const { to } = await browser.post('/admin/promotions', { ...fields, amount: '5,000' }, page)
    const html = await browser.htmlOf(to!)
    assert.include(html, '5,000')
    assert.notInclude(html, 'translation missing')
    assert.include(await browser.htmlOf('/admin/promotions?state=running'), 'Rentrée')
  })
})
