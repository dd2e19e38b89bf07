import { test } from '@japa/runner'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createNumber } from '#tests/support/part_numbers'
import { bearer } from '#tests/support/staff'

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
    assert.isBelow(confidence, 60)
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
