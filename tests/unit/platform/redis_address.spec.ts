import { test } from '@japa/runner'
import { redisAddress } from '#app/platform/cache/redis_address'

test.group('The address of Redis', () => {
  test('is taken apart as it is meant', ({ assert }) => {
    const plain = { username: undefined, password: undefined, db: 0, tls: undefined }
    assert.deepEqual(redisAddress('redis://127.0.0.1'), {
      ...plain,
      host: '127.0.0.1',
      port: 6379,
    })
    assert.deepEqual(redisAddress('redis://[::1]:6380/2'), {
      ...plain,
      host: '::1',
      port: 6380,
      db: 2,
    })
    assert.deepEqual(redisAddress('rediss://shop%40home:p%2Fw%3A@redis.tn'), {
      ...plain,
      host: 'redis.tn',
      port: 6379,
      username: 'shop@home',
      password: 'p/w:',
      tls: {},
    })
  })
})
