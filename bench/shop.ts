import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isBuildFresh, stampBuild } from '#app/platform/lifecycle/build_stamp'
import type { BenchDatabase } from './database.js'
import { fillFitments } from './fill_fitments.js'

/** Far above what a bench asks for: the limiter does its work, and refuses nobody. */
const GENEROUS = 'guest=6000000/min:1000000'

/** A web process as `npm start` runs it. */
const WEB = ['--max-semi-space-size=16', 'bin/server.js']

/** The shop under test: its commands, and one web process of the production build. */
export class Shop {
  #web?: ChildProcess
  #port = 0

  constructor(
    readonly root: string,
    readonly database: BenchDatabase
  ) {}

  get origin() {
    return `http://127.0.0.1:${this.#port}`
  }

  get webPid() {
    return this.#web!.pid!
  }

  /** Builds what `npm start` would build, migrates, and fills an empty database. */
  async prepare(products: number, fitments: number) {
    if (!isBuildFresh(this.root)) {
      await this.#finish(this.spawn(['ace', 'build'], { NODE_ENV: '' }, this.root))
      stampBuild(this.root)
    }
    await this.#finish(this.spawn(['ace.js', 'prepare'], { DEMO: '0' }))
    const [{ count }] = await this.database.rows<{ count: number }>(
      'select count(*)::int as count from products'
    )
    if (count === 0) {
      await this.#finish(this.spawn(['ace.js', 'demo:seed', `--products=${products}`]))
    } else if (count !== products) {
      throw new Error(`The bench database holds ${count} products: remove it, or ask for that many`)
    }
    await fillFitments(this.database, fitments)
    await this.database.client.query('vacuum analyze')
  }

  async startWeb(env: Record<string, string> = {}) {
    this.#port = await freePort()
    const address = { HOST: '127.0.0.1', PORT: String(this.#port) }
    this.#web = this.spawn(WEB, { ...address, RATE_LIMITS: GENEROUS, ...env })
    while (!(await this.#isReady())) {
      if (this.#web.exitCode !== null) throw new Error(`The shop did not start: ${this.#log}`)
      await sleep(100)
    }
  }

  async stopWeb() {
    const web = this.#web
    if (!web || web.exitCode !== null) return
    const exited = once(web, 'exit')
    web.kill('SIGTERM')
    await exited
  }

  /** Runs node in the build (or in `cwd`) on the database of the bench; output goes to a log file. */
  spawn(args: string[], env: Record<string, string> = {}, cwd = join(this.root, 'build')) {
    mkdirSync(join(this.root, 'tmp/bench'), { recursive: true })
    const log = openSync(this.#log, 'a')
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', ...this.database.env, ...env },
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    return child
  }

  async #finish(child: ChildProcess) {
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} failed: see ${this.#log}`)
  }

  async #isReady() {
    try {
      const { ok } = await fetch(`${this.origin}/health/ready`)
      return ok
    } catch {
      // Nobody listens yet: asked again in a moment.
      return false
    }
  }

  get #log() {
    return join(this.root, 'tmp/bench/shop.log')
  }
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
