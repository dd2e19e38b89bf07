import { test } from '@japa/runner'
import { assertDescribed } from '#tests/support/api_contract'
import { createCategory, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { bearer } from '#tests/support/staff'

const told = (rows: { sku: string; grade: string }[]) =>
  rows.map(({ sku, grade }) => `${sku} ${grade}`)

test.group('Equivalents', (group) => {
  group.each.setup(() => emptyCatalogue())

  async function shop() {
    const wanted = await createProduct({ sku: 'WANTED' })
    const sameOe = await createProduct({ sku: 'SAME-OE' })
    const declared = await createProduct({ sku: 'DECLARED' })
    const inferred = await createProduct({ sku: 'INFERRED' })
    const stranger = await createProduct({ sku: 'STRANGER' })
    await createNumber(wanted.id, 'oe', '7701206379', 'Renault')
    await createNumber(sameOe.id, 'oe', '77 01 206 379', 'RENAULT')
    await createNumber(stranger.id, 'oe', '7701206379', 'Peugeot')
    await createNumber(wanted.id, 'cross', 'GDB1330', 'TRW')
    await createNumber(declared.id, 'mpn', 'GDB 1330', 'TRW')
    await createNumber(wanted.id, 'cross', 'P 68 033', 'Brembo')
    await createNumber(inferred.id, 'cross', 'P68033', 'Brembo')
    await createNumber(inferred.id, 'cross', 'FDB1617', 'Ferodo')
    await createNumber(wanted.id, 'cross', 'FDB 1617', 'Ferodo')
    await seeChanges()
    return { wanted, sameOe, declared, inferred }
  }

  test('are graded, the surest first; a number belongs to its maker', async ({
    client,
    assert,
  }) => {
    const { wanted } = await shop()
    const response = await client.get(`/api/v1/products/${wanted.slug}/equivalents`)
    assertDescribed('/api/v1/products/{slug}/equivalents', 'get', response)
    const grades = response
      .body()
      .data.map(({ sku, grade }: { sku: string; grade: string }) => [sku, grade])
    assert.deepEqual(grades, [
      ['DECLARED', 'declared'],
      ['SAME-OE', 'same_oe'],
      ['INFERRED', 'inferred'],
    ])
    const [, , { confidence }] = response.body().data
    assert.equal(confidence, 65)
  })

  test('one common number alone tells nothing, numbers of two vehicle makers do', async ({
    client,
    assert,
  }) => {
    const wanted = await createProduct({ sku: 'WANTED' })
    const one = await createProduct({ sku: 'ONE' })
    const two = await createProduct({ sku: 'TWO' })
    await createNumber(wanted.id, 'cross', 'P68033', 'Brembo')
    await createNumber(one.id, 'cross', 'P68033', 'Brembo')
    for (const number of ['4252.45', '1609252680']) {
      await createNumber(wanted.id, 'oe', number, 'Peugeot')
      await createNumber(two.id, 'oe', number, 'Citroën')
    }
    await seeChanges()
    const response = await client.get(`/api/v1/products/${wanted.slug}/equivalents`)
    assert.deepEqual(told(response.body().data), ['TWO inferred'])
  })

  test('a kit and its parts share numbers and stand in for nothing of each other', async ({
    client,
    assert,
  }) => {
    const pads = await createCategory('freinage/plaquettes')
    const wanted = await createProduct({ sku: 'PADS', category: pads })
    const kit = await createProduct({ sku: 'KIT', category: await createCategory('freinage/kits') })
    const above = await createProduct({ sku: 'ABOVE', category: await createCategory('freinage') })
    const declared = await createProduct({
      sku: 'DECLARED',
      category: await createCategory('outils'),
    })
    for (const { id } of [wanted, kit, above]) {
      await createNumber(id, 'oe', '7701206379', 'Renault')
    }
    await createNumber(wanted.id, 'cross', 'GDB1330', 'TRW')
    await createNumber(declared.id, 'mpn', 'GDB1330', 'TRW')
    await seeChanges()
    const response = await client.get(`/api/v1/products/${wanted.slug}/equivalents`)
    assert.sameMembers(told(response.body().data), ['ABOVE same_oe', 'DECLARED declared'])
  })

  test('a pair that staff confirm needs no common number', async ({ client, assert }) => {
    const wanted = await createProduct({ sku: 'WANTED' })
    const chosen = await createProduct({ sku: 'CHOSEN' })
    const { token } = await bearer('counter')
    const judged = await client
      .put(`/api/admin/products/${wanted.id}/equivalents/${chosen.id}`)
      .bearerToken(token)
      .json({ verdict: 'confirmed' })
    judged.assertStatus(204)
    await seeChanges()
    for (const [one, other] of [
      [wanted, 'CHOSEN'],
      [chosen, 'WANTED'],
    ] as const) {
      const response = await client.get(`/api/v1/products/${one.slug}/equivalents`)
      assertDescribed('/api/v1/products/{slug}/equivalents', 'get', response)
      assert.containsSubset(response.body().data, [
        { sku: other, grade: 'declared', confidence: 100, confirmed: true, sharedNumbers: [] },
      ])
    }
  })

  test('remember what staff think', async ({ client, assert }) => {
    const { wanted, inferred, declared } = await shop()
    const { token } = await bearer('counter')
    const judge = (id: number, verdict: string) =>
      client
        .put(`/api/admin/products/${id}/equivalents/${wanted.id}`)
        .bearerToken(token)
        .json({ verdict })
    const rejected = await judge(declared.id, 'rejected')
    rejected.assertStatus(204)
    const confirmed = await judge(inferred.id, 'confirmed')
    confirmed.assertStatus(204)
    const itself = await judge(wanted.id, 'confirmed')
    itself.assertStatus(404)
    await seeChanges()
    const response = await client.get(`/api/v1/products/${wanted.slug}/equivalents`)
    const { data } = response.body()
    assert.containsSubset(data[0], { sku: 'INFERRED', confidence: 100, confirmed: true })
    assert.notInclude(
      data.map(({ sku }: { sku: string }) => sku),
      'DECLARED'
    )
  })
})
