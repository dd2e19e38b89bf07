import { test } from '@japa/runner'
import { addFitment } from '#app/fitment/rules/add_fitment'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { fitmentList, smallFleet } from '#tests/support/fleet'
import { bearer, TESTING } from '#tests/support/staff'

const URL = '/api/admin/vehicles'

const TYPE = {
  name: '1.5 dCi 110',
  body: 'hatchback',
  fuel: 'diesel',
  engineCode: 'K9K',
  powerKw: 81,
  producedFrom: '2013-01',
  producedTo: null,
  ktype: 108,
}

type Named = { id: number; slug: string; name: string; version: number }

test.group('Vehicles of the staff, as JSON', (group) => {
  let token: string

  group.each.setup(async () => {
    await emptyCatalogue()
    await smallFleet()
    await sql('delete from rate_limits')
    await sql(`insert into cache_epochs (tag) values ('vehicles')
      on conflict (tag) do update set epoch = excluded.epoch`)
    await seeChanges()
    const staff = await bearer('buyer')
    token = staff.token
  })

  test('makes and models are found, renamed, and called by other names', async ({
    client,
    assert,
  }) => {
    const makes = await client.get(`${URL}/makes`).qs({ q: 'réno' }).bearerToken(token)
    assertDescribed(`${URL}/makes`, 'get', makes)
    const [renault] = makes.body().data as Named[]
    assert.equal(renault.slug, 'renault')
    const models = await client
      .get(`${URL}/models`)
      .qs({ make: renault.id, limit: 1 })
      .bearerToken(token)
    assertDescribed(`${URL}/models`, 'get', models)
    assert.isString(models.body().meta.nextCursor)

    const url = `${URL}/makes/${renault.id}`
    const renamed = await client
      .patch(url)
      .header('if-match', '"1"')
      .bearerToken(token)
      .json({ name: 'Renault Group' })
    renamed.assertStatus(200)
    assertDescribed(`${URL}/makes/{id}`, 'patch', renamed)
    assert.equal(renamed.header('etag'), '"2"')
    assert.containsSubset(renamed.body().data, {
      slug: 'renault',
      nameAr: 'رينو',
      aliases: [{ alias: 'Renault' }],
    })
    const late = await client
      .patch(url)
      .header('if-match', '"1"')
      .bearerToken(token)
      .json({ name: 'X' })
    late.assertStatus(412)
    const taken = await client.patch(url).bearerToken(token).json({ name: 'Peugeot' })
    taken.assertStatus(409)
    const wordless = await client.patch(url).bearerToken(token).json({ name: '«…» 🚗' })
    wordless.assertStatus(422)
    // Lists bring such names, too.
    await sql(`update vehicle_makes set name = '«…»' where id = $1`, [renault.id])
    const again = await client.patch(url).bearerToken(token).json({ name: 'Renault' })
    again.assertStatus(200)

    const [model] = models.body().data as Named[]
    const aliases = `${URL}/models/${model.id}/aliases`
    const added = await client.post(aliases).bearerToken(token).json({ alias: 'Kliou' })
    added.assertStatus(204)
    const shown = await client.get(`${URL}/models/${model.id}`).bearerToken(token)
    assertDescribed(`${URL}/models/{id}`, 'get', shown)
    const [{ id }] = shown
      .body()
      .data.aliases.filter(({ alias }: { alias: string }) => alias === 'Kliou') as Named[]
    const gone = await client.delete(`${aliases}/${id}`).bearerToken(token)
    gone.assertStatus(204)
  })

  test('types are written with the version that was seen, and fitments follow', async ({
    client,
    assert,
  }) => {
    const product = await createProduct({ sku: 'PADS' })
    await addFitment(product.id, { make: 'renault', model: 'renault-clio-iv' }, TESTING)
    const [model] = await sql<{ id: number }>(
      `select id from vehicle_models where slug = 'renault-clio-iv'`
    )
    const types = `${URL}/models/${model.id}/types`
    const created = await client.post(types).bearerToken(token).json(TYPE)
    created.assertStatus(201)
    assertDescribed(`${URL}/models/{id}/types`, 'post', created)
    assert.include(await fitmentList(), 'PADS 108')
    const { id, version } = created.body().data as Named
    const put = (body: object, seen: number) =>
      client
        .put(`${URL}/types/${id}`)
        .header('if-match', `"${seen}"`)
        .bearerToken(token)
        .json({ ...TYPE, ...body })
    const changed = await put({ powerKw: 85 }, version)
    changed.assertStatus(200)
    assertDescribed(`${URL}/types/{id}`, 'put', changed)
    const late = await put({ powerKw: 90 }, version)
    late.assertStatus(412)
    const double = await put({ ktype: 101 }, version + 1)
    double.assertStatus(409)
    const list = await client.get(types).bearerToken(token)
    assertDescribed(`${URL}/models/{id}/types`, 'get', list)
    assert.containsSubset(list.body().data, [{ id, powerKw: 85, version: 2 }])
    for (const path of ['makes/999999', 'models/999999', 'types/999999', 'models/999999/types']) {
      const missing = await client.get(`${URL}/${path}`).bearerToken(token)
      missing.assertStatus(404)
    }
  })
})
