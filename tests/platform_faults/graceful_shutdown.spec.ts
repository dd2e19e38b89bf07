import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Agent, type Dispatcher } from 'undici'
import { sql } from '#app/platform/database/sql'
import { promised, repeats } from '#tests/depth'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { ShopProcess } from '#tests/support/shop_process'
import { waitUntil } from '#tests/wait_until'

const RATE = repeats(100, 200)

test.group('Stopping one of two processes under load', (group) => {
  let second: ShopProcess

  group.setup(async () => {
    second = await ShopProcess.start()
    return () => second.end()
  })

  test('OPS-01: no request fails, the process exits 0 within 30 s', async ({ assert, cleanup }) => {
    const first = await ShopProcess.start()
    cleanup(first.end)
    const balancer = new Balancer([first, second])
    const load = balancer.run(repeats(3, 20))

    await sleep(1_000)
    const asked = Date.now()
    const code = await first.stop('SIGTERM')
    const ms = Date.now() - asked
    const { answered, failed } = await load

    assert.equal(code, 0)
    assert.isBelow(ms, promised(30_000))
    assert.deepEqual(failed, [])
    assert.isAbove(answered, RATE)
  })

  test('OPS-01: what was looked at just before is counted', async ({ assert }) => {
    await emptyCatalogue()
    const { slug } = await createProduct()

    for (let n = 0; n < 3; n++) await fetch(`${second.url}/api/v1/products/${slug}`)
    assert.equal(await second.stop('SIGTERM'), 0)

    assert.deepEqual(await sql('select views from product_views'), [{ views: 3 }])
  })

  test('OPS-01: readiness fails as soon as the process is asked to stop, and a second signal ends it at once', async ({
    assert,
    cleanup,
  }) => {
    const shop = await ShopProcess.start({ DRAIN_NOTICE_MS: String(promised(20_000)) })
    cleanup(shop.end)

    shop.child.kill('SIGTERM')
    await waitUntil('no readiness', async () => {
      const { status } = await fetch(`${shop.url}/health/ready`)
      return status === 503
    })
    const asked = Date.now()
    await shop.stop('SIGTERM')

    assert.isBelow(Date.now() - asked, promised(2_000))
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
