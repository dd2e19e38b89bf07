import type { ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'
import { emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { assertDescribed } from '#tests/support/api_contract'
import { bearer } from '#tests/support/staff'
import { createVehicle } from '#tests/support/vehicles'

const VIN = 'VF1BB1D0H12345678'

test.group('Vehicles', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('make, models, types: three steps to a car', async ({ client, assert }) => {
    const id = await createVehicle({ model: 'Clio IV' })
    await createVehicle({ make: 'Peugeot', model: '208 I' })
    await seeChanges()

    const makes = await client.get('/api/v1/vehicles/makes')
    assertDescribed('/api/v1/vehicles/makes', 'get', makes)
    assert.deepEqual(makes.body().data, [
      { slug: 'peugeot', name: 'Peugeot' },
      { slug: 'renault', name: 'Renault' },
    ])
    const models = await client.get('/api/v1/vehicles/makes/renault/models')
    assertDescribed('/api/v1/vehicles/makes/{slug}/models', 'get', models)
    assert.equal(models.body().data[0].slug, 'renault-clio-iv')
    const types = await client.get('/api/v1/vehicles/models/renault-clio-iv/types')
    assertDescribed('/api/v1/vehicles/models/{slug}/types', 'get', types)
    assert.containsSubset(types.body().data, [
      { id, name: '1.5 dCi 90', fuel: 'diesel', powerKw: 66, powerHp: 90, engineCode: 'K9K' },
    ])
    const type = await client.get(`/api/v1/vehicles/types/${id}`)
    assertDescribed('/api/v1/vehicles/types/{id}', 'get', type)
    assert.equal(type.body().data.label, 'Renault Clio IV 1.5 dCi 90')
  })

  test('pages follow each other without a gap', async ({ client, assert }) => {
    for (const model of ['A', 'B', 'C', 'D', 'E']) await createVehicle({ model })
    await seeChanges()
    const names: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const response: ApiResponse = await client
        .get('/api/v1/vehicles/makes/renault/models')
        .qs({ limit: 2, ...(cursor && { cursor }) })
      names.push(...response.body().data.map(({ name }: { name: string }) => name))
      cursor = response.body().meta.nextCursor
    }
    assert.deepEqual(names, ['A', 'B', 'C', 'D', 'E'])
  })

  test('unknown makes, models and types answer 404', async ({ client }) => {
    for (const path of ['makes/tesla/models', 'models/model-s/types', 'types/999999']) {
      const response = await client.get(`/api/v1/vehicles/${path}`)
      response.assertStatus(404)
    }
  })

  test('a VIN tells its maker and years, and is not refused for its check digit', async ({
    client,
    assert,
  }) => {
    await createVehicle()
    await seeChanges()
    const response = await client.get(`/api/v1/vehicles/vin/${VIN}`)
    response.assertStatus(200)
    assertDescribed('/api/v1/vehicles/vin/{vin}', 'get', response)
    assert.containsSubset(response.body().data, {
      wmi: 'VF1',
      make: { slug: 'renault' },
      checkDigit: { given: 'H', computed: '9', isRight: false },
      vehicles: [],
    })
    const refused = await client.get('/api/v1/vehicles/vin/VF1BB1D0H1234567')
    refused.assertStatus(422)
  })

  test('what staff answer once is the answer for every VIN that begins alike', async ({
    client,
    assert,
  }) => {
    const id = await createVehicle()
    await seeChanges()
    const { token } = await bearer('counter')
    const told = await client
      .post(`/api/admin/vehicles/vin/${VIN}`)
      .bearerToken(token)
      .json({ vehicleTypeId: id })
    told.assertStatus(204)

    const sibling = `${VIN.slice(0, 11)}999999`
    const asked = await client.get(`/api/v1/vehicles/vin/${sibling}`)
    assert.containsSubset(asked.body().data.vehicles, [{ id, confirmations: 1 }])

    const withdraw = () =>
      client.delete(`/api/admin/vehicles/vin/${sibling}/types/${id}`).bearerToken(token)
    const withdrawn = await withdraw()
    withdrawn.assertStatus(204)
    const after = await client.get(`/api/v1/vehicles/vin/${VIN}`)
    assert.deepEqual(after.body().data.vehicles, [])
    const again = await withdraw()
    again.assertStatus(404)
  })
})
