import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Agent, type Dispatcher } from 'undici'
import { sql } from '#app/platform/database/sql'
import { promised, repeats } from '#tests/depth'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { ShopProcess } from '#tests/support/shop_process'

const RATE = 200

test.group('Stopping one of two processes under load', () => {
  test('OPS-01: no request fails, the process exits 0 within 30 s', async ({ assert, cleanup }) => {
    const [first, second] = await Promise.all([ShopProcess.start(), ShopProcess.start()])
    cleanup(second.end)
    cleanup(first.end)
    const balancer = new Balancer([first, second])
    const load = balancer.run(repeats(4, 20))

    await sleep(1_000)
    const asked = Date.now()
    const code = await first.stop('SIGTERM')
    const seconds = (Date.now() - asked) / 1000
    const { answered, failed } = await load

    assert.equal(code, 0)
    assert.isBelow(seconds, 30)
    assert.deepEqual(failed, [])
    assert.isAbove(answered, RATE)
  })

  test('OPS-01: what was looked at just before is counted', async ({ assert, cleanup }) => {
    await emptyCatalogue()
    const { slug } = await createProduct()
    const shop = await ShopProcess.start()
    cleanup(shop.end)

    for (let n = 0; n < 3; n++) await fetch(`${shop.url}/api/v1/products/${slug}`)
    assert.equal(await shop.stop('SIGTERM'), 0)

    assert.deepEqual(await sql('select views from product_views'), [{ views: 3 }])
  })

  test('OPS-01: a second signal ends it at once', async ({ assert, cleanup }) => {
    const shop = await ShopProcess.start({ DRAIN_NOTICE_MS: '20000' })
    cleanup(shop.end)

    shop.child.kill('SIGTERM')
    await sleep(200)
    const asked = Date.now()
    await shop.stop('SIGTERM')

    assert.isBelow(Date.now() - asked, promised(2_000))
  })

  test('OPS-01: readiness fails as soon as the process is asked to stop', async ({
    assert,
    cleanup,
  }) => {
    const shop = await ShopProcess.start({ DRAIN_NOTICE_MS: '2000' })
    cleanup(shop.end)

    shop.child.kill('SIGTERM')
    await sleep(200)
    const { status } = await fetch(`${shop.url}/health/ready`)

    assert.equal(status, 503)
  })
})

/** What any load balancer does: asks for readiness, and tries the next one when a connection is refused. */
class Balancer {
  #ready = new Set<ShopProcess>()
  #agent = new Agent({ connections: 32, pipelining: 1 })

  constructor(readonly shops: ShopProcess[]) {
    for (const shop of shops) this.#ready.add(shop)
  }

  /** Sends `RATE` requests a second for `seconds`. */
  async run(seconds: number) {
    const failed: string[] = []
    let answered = 0
    const checks = setInterval(() => void this.#check(), 100)
    const requests: Promise<void>[] = []
    for (let n = 0; n < seconds * RATE; n++) {
      requests.push(
        this.#send(n).then(
          (status) => void (status === 200 ? answered++ : failed.push(String(status))),
          (error: Error) => void failed.push(error.message)
        )
      )
      await sleep(1_000 / RATE)
    }
    await Promise.all(requests)
    clearInterval(checks)
    await this.#agent.close()
    return { answered, failed }
  }

  async #check() {
    for (const shop of this.shops) {
      try {
        const { ok } = await fetch(`${shop.url}/health/ready`)
        if (!ok) this.#ready.delete(shop)
      } catch {
        // Nobody listens there any more.
        this.#ready.delete(shop)
      }
    }
  }

  async #send(n: number): Promise<number> {
    const candidates = [...this.#ready]
    const order = candidates.map((_, index) => candidates[(n + index) % candidates.length])
    let last: unknown
    for (const { url } of order) {
      try {
        const options: Dispatcher.RequestOptions = {
          path: '/api/v1/products?limit=5',
          method: 'GET',
        }
        const response = await this.#agent.request({ origin: url, ...options })
        await response.body.dump()
        return response.statusCode
      } catch (error) {
        last = error
        const { code } = error as { code?: string }
        // A refused connection was never a request; anything else is a failure.
        if (code !== 'ECONNREFUSED') throw error
      }
    }
    throw last
  }
}
