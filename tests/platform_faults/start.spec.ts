import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { freePort } from '#tests/support/shop_process'

/** Seconds that a start may take: the first one builds the shop and fills it, later ones do neither. */
const FIRST_START = 240
const SECOND_START = 15
const PASSWORD = 'un mot de passe assez long'

/** What `npm start` runs, on a database of its own. */
class Start {
  output = ''
  child

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

  async ready(seconds: number) {
    const end = performance.now() + seconds * 1_000
    while (performance.now() < end) {
      if (await this.answers()) return
      if (this.child.exitCode !== null) break
      await sleep(200)
    }
    throw new Error(`Not ready:\n${this.output.slice(-4_000)}`)
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

  /** The process of one role. */
  pidOf(role: 'bin/server.js' | 'ace.js work') {
    const output = execFileSync('pgrep', ['-P', String(this.child.pid), '-f', role], {
      encoding: 'utf8',
    })
    return Number(output.trim().split('\n')[0])
  }

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
    await first.ready(FIRST_START)
    assert.include(first.output, 'filling it with demo products')
    assert.equal(await first.products(), 2_000)

    process.kill(first.pidOf('bin/server.js'), 'SIGKILL')
    await sleep(200)
    await first.ready(20)
    process.kill(first.pidOf('ace.js work'), 'SIGKILL')
    await sleep(1_500)
    assert.isAbove(first.pidOf('ace.js work'), 0)
    assert.include(first.output, 'Plain http')
    assert.include(first.output, 'web died')
    assert.include(first.output, 'worker died')

    await first.stop('SIGKILL')
    for (let attempt = 0; attempt < 100 && (await first.answers()); attempt++) await sleep(100)
    assert.isFalse(await first.answers(), 'children leave when their parent is gone')

    const second = new Start(directory, port)
    cleanup(() => second.stop('SIGKILL'))
    await second.ready(SECOND_START)
    assert.notInclude(second.output, 'filling it with demo products')
    assert.equal(await second.products(), 2_000, 'the first administrator is still there')
    await second.stop('SIGTERM')
    assert.equal(second.child.exitCode, 0)
    assert.deepEqual(processesOf(directory), [])
    assert.include(readFileSync(`${directory}.log`, 'utf8'), 'database system is shut down')
  })
})

/** Every process whose command line names the data directory. */
function processesOf(path: string): number[] {
  try {
    return execFileSync('pgrep', ['-f', path], { encoding: 'utf8' }).trim().split('\n').map(Number)
  } catch {
    // pgrep exits 1 when there is none.
    return []
  }
}
