import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { Pool } from 'undici'
import { repeats } from '#tests/depth'

const REQUESTS = repeats(3_000, 10_000)
const AT_ONCE = 100
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'PURGE']
const PLACES = [
  '/',
  '/api/v1/products/',
  '/api/v1/brands/',
  '/api/v1/categories/',
  '/api/v1/',
  '/api/admin/products/',
  '/admin/',
  '/files/',
  '/assets/',
  '/health/',
]

test.group('Metrics', () => {
  test(`OBS-02: ${REQUESTS} addresses, methods and user agents add no series`, async ({
    assert,
  }) => {
    const shop = new Pool(`http://${process.env.HOST}:${process.env.PORT}`, { connections: 20 })
    const ask = async (n: number) => {
      const noise = randomBytes(6).toString('hex')
      const { body } = await shop.request({
        method: METHODS[n % METHODS.length],
        path: `${PLACES[n % PLACES.length]}${noise}?${noise}=1`,
        headers: { 'user-agent': `bot/${noise}`, 'x-request-id': noise, 'accept': '*/*' },
      })
      await body.dump()
    }
    const askMany = async (from: number, to: number) => {
      for (let n = from; n < to; n += AT_ONCE) {
        await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => ask(n + index)))
      }
    }
    // What there is to know of routes, methods and statuses is known by then.
    await askMany(0, 1_000)
    await series()
    const before = await series()
    await askMany(1_000, REQUESTS)

    const added = new Set(await series()).difference(new Set(before))
    assert.isAtMost(added.size, 5, [...added].join('\n'))
    assert.isAbove(before.length, 50)
    await shop.close()
  })

  /** Names and labels, without their values; what V8 cleans up has nothing to do with requests. */
  async function series(): Promise<string[]> {
    const response = await fetch(`http://${process.env.HOST}:${process.env.PORT}/metrics`)
    const text = await response.text()
    const lines = text.split('\n').filter((line) => line && !/^(#|nodejs_gc)/.test(line))
    return lines.map((line) => line.slice(0, line.lastIndexOf(' ')))
  }
})
