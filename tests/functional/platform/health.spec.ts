import { test } from '@japa/runner'

test.group('Health', () => {
  test('a live process says so and starts no session', async ({ client }) => {
    const response = await client.get('/health/live')

    response.assertStatus(200)
    response.assertHeaderMissing('set-cookie')
  })
})
