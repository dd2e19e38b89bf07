import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { promised } from '#tests/depth'
import { pidsOf, processesOf } from '#tests/platform_faults/processes'
import { freePort } from '#tests/support/shop_process'
import { waitUntil } from '#tests/wait_until'

/** Milliseconds from the command to the first answer: of the start that builds and fills the shop, and of any other. */
const FIRST_START = 120_000
const NEXT_START = 15_000
/** Seconds that a machine busy with other tests may take to build the shop, fill it and start it. */
const PATIENCE = 240
const PASSWORD = 'un mot de passe assez long'

type Role = 'bin/server.js' | 'ace.js work'

/** What `npm start` runs, on a database of its own. */
class Start {
  output = ''
  child
  readonly #began = performance.now()

  constructor(
    readonly directory: string,
    readonly port: number
  ) {
    const { RATE_LIMITS, DATABASE_URL, REDIS_URL, RABBITMQ_URL, DEMO, ...inherited } = process.env
    this.child = spawn(process.execPath, ['ace', 'start'], {
      cwd: app.makePath(),
      env: {
        ...inherited,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        EMBEDDED_POSTGRES: directory,
        ADMIN_EMAIL: 'premier@shabou.test',
        ADMIN_PASSWORD: PASSWORD,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.on('data', (chunk) => (this.output += chunk))
    }
  }

  /** Waits for its first answer, and resolves with the milliseconds since the command; throws with what it has printed when there is none. */
  async ready(): Promise<number> {
    const isOver = async () => this.child.exitCode !== null || (await this.answers())
    await waitUntil('the shop', isOver, PATIENCE).catch(() => undefined)
    if (!(await this.answers())) throw new Error(`Not ready:\n${this.output.slice(-4_000)}`)
    return performance.now() - this.#began
  }

  async answers() {
    try {
      const { ok } = await fetch(this.#address('/health/ready'))
      return ok
    } catch {
      // Nobody listens.
      return false
    }
  }

  /** How many products the shop has, as its first administrator is told; undefined when that one may not log in. */
  async products(): Promise<number | undefined> {
    const login = await fetch(this.#address('/api/admin/auth/login'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'premier@shabou.test', password: PASSWORD }),
    })
    const { data } = (await login.json()) as { data?: { accessToken: string } }
    if (!data) return undefined
    const stats = await fetch(this.#address('/api/admin/dashboard/stats'), {
      headers: { authorization: `Bearer ${data.accessToken}` },
    })
    const answer = (await stats.json()) as { data: { products: number } }
    return answer.data.products
  }

  #address = (path: string) => `http://127.0.0.1:${this.port}${path}`

  /** Kills the process of a role, and waits for the one that takes its place. */
  async kill(role: Role) {
    const killed = this.#pidOf(role)!
    process.kill(killed, 'SIGKILL')
    const isReplaced = () => ![killed, undefined].includes(this.#pidOf(role))
    await waitUntil(`another ${role}`, isReplaced, PATIENCE)
  }

  #pidOf = (role: Role) => pidsOf('-P', String(this.child.pid), '-f', role).at(0)

  async stop(signal: NodeJS.Signals) {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const exited = once(this.child, 'exit')
    this.child.kill(signal)
    await exited
  }
}

test.group('npm start', (group) => {
  const directory = app.makePath(`tmp/test/start-${process.pid}`)

  group.setup(() => {
    mkdirSync(app.makePath('tmp/test'), { recursive: true })
    return () => {
      for (const pid of processesOf(directory)) process.kill(pid, 'SIGKILL')
      rmSync(directory, { recursive: true, force: true })
      rmSync(`${directory}.log`, { force: true })
    }
  })

  test('with no settings fills the shop, survives the death of each part, and the next start survives its own', async ({
    assert,
    cleanup,
  }) => {
    const port = await freePort()
    const first = new Start(directory, port)
    cleanup(() => first.stop('SIGKILL'))
    assert.isBelow(await first.ready(), promised(FIRST_START))
    assert.include(first.output, 'filling it with demo products')
    assert.equal(await first.products(), 2_000)

    await first.kill('bin/server.js')
    await first.ready()
    await first.kill('ace.js work')
    assert.include(first.output, 'Plain http')
    assert.include(first.output, 'web died')
    assert.include(first.output, 'worker died')

    await first.stop('SIGKILL')
    await waitUntil('its children to leave', async () => !(await first.answers()))

    const second = new Start(directory, port)
    cleanup(() => second.stop('SIGKILL'))
    assert.isBelow(await second.ready(), promised(NEXT_START))
    assert.notInclude(second.output, 'filling it with demo products')
    assert.equal(await second.products(), 2_000, 'the first administrator is still there')
    await second.stop('SIGTERM')
    assert.equal(second.child.exitCode, 0)
    assert.deepEqual(processesOf(directory), [])

    const third = new Start(directory, port)
    cleanup(() => third.stop('SIGKILL'))
    await third.ready()
    await third.stop('SIGINT')
    assert.equal(third.child.exitCode, 0, 'Ctrl-C')
    assert.deepEqual(processesOf(directory), [])
    assert.include(readFileSync(`${directory}.log`, 'utf8'), 'database system is shut down')
  }).timeout(4 * PATIENCE * 1_000)
})
