import { test } from '@japa/runner'
import fc from 'fast-check'
import { repeats } from '#tests/depth'
import { createCategory, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { hostileRequests } from '#tests/support/hostile_requests'
import { bearer } from '#tests/support/staff'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

test.group('Hostile input', (group) => {
  group.each.setup(() => emptyCatalogue())

  test('no request of any shape is answered with a 500', async ({ assert }) => {
    const category = await createCategory('freinage/plaquettes')
    for (let n = 0; n < 5; n++) await createProduct({ category })
    await seeChanges()
    const { token } = await bearer('owner')

    const seen = new Map<number, number>()
    const property = fc.asyncProperty(hostileRequests(), async (request) => {
      const isLogin = request.path.endsWith('/auth/login')
      const response = await fetch(BASE + request.url, {
        method: request.method.toUpperCase(),
        body: request.method === 'get' ? undefined : request.body,
        headers: {
          authorization: `Bearer ${token}`,
          ...(isLogin && { 'x-forwarded-for': randomAddress() }),
          ...request.headers,
        },
        redirect: 'manual',
      })
      const text = await response.text()
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1)
      const isReady = request.path === '/health/ready'
      if (response.status >= 500 && !isReady) throw new Error(`${response.status}: ${text}`)
      if (response.status >= 400 && !isReady) {
        assert.include(response.headers.get('content-type'), 'application/problem+json')
        const problem = JSON.parse(text)
        assert.isString(problem.code)
        assert.isAbove(problem.detail.length, 20)
        assert.notMatch(text, /node_modules|at .*\.[jt]s:|select .* from/i)
      }
    })
    await fc.assert(property, { numRuns: repeats(1_000, 10_000), endOnFailure: true })

    assert.isAbove(seen.get(200) ?? 0, 0)
    assert.isAbove(seen.get(422) ?? 0, 0)
  }).timeout(600_000)
})

const randomAddress = () =>
  `41.${Math.trunc(Math.random() * 255)}.${Math.trunc(Math.random() * 255)}.9`
