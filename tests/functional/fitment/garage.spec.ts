import { test } from '@japa/runner'
import { assertDescribed } from '#tests/support/api_contract'
import { emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { createVehicle } from '#tests/support/vehicles'

test.group('Garage of a guest', (group) => {
  group.each.setup(() => emptyCatalogue())

  type Answer = { data: { token: string; vehicles: { id: number }[] } }
  const cars = ({ data }: Answer) => data.vehicles.map(({ id }) => id)

  test('cars are added and taken out; the token is all there is', async ({ client, assert }) => {
    const [clio, polo] = [await createVehicle(), await createVehicle({ model: 'Polo' })]
    await seeChanges()
    const first = await client.post('/api/v1/garage/vehicles').json({ vehicle: clio })
    first.assertStatus(201)
    assertDescribed('/api/v1/garage/vehicles', 'post', first)
    assert.isUndefined(first.header('set-cookie'))
    const second = await client
      .post('/api/v1/garage/vehicles')
      .header('X-Garage-Token', first.body().data.token)
      .json({ vehicle: polo })
    assert.deepEqual(cars(second.body()), [polo, clio])

    const { token } = second.body().data
    const seen = await client.get('/api/v1/garage').header('X-Garage-Token', token)
    assert.deepEqual(cars(seen.body()), [polo, clio])
    const left = await client
      .delete(`/api/v1/garage/vehicles/${polo}`)
      .header('X-Garage-Token', token)
    assert.deepEqual(cars(left.body()), [clio])
  })

  test('a token that is not ours is an empty garage', async ({ client, assert }) => {
    for (const token of ['', 'forged', 'eyJtZXNzYWdlIjp7fX0.x', 'a'.repeat(3_000)]) {
      const response = await client.get('/api/v1/garage').header('X-Garage-Token', token)
      response.assertStatus(200)
      assert.deepEqual(cars(response.body()), [])
    }
  })

  test('a car that does not exist is not added', async ({ client }) => {
    const unknown = await client.post('/api/v1/garage/vehicles').json({ vehicle: 999_999 })
    unknown.assertStatus(404)
    const wrong = await client.post('/api/v1/garage/vehicles').json({ vehicle: 'clio' })
    wrong.assertStatus(422)
  })
})
