import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { TYPESCRIPT } from '#tests/support/typescript'

/** Milliseconds that a machine busy with other tests may take to start a shop. */
const PATIENCE = 90_000

/** A web process of the shop, as a child that can be killed, on a port of its own. */
export class ShopProcess {
  #output = ''
  #line = ''
  #errors: string[] = []

  constructor(
    readonly child: ChildProcess,
    readonly port: number
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => (this.#output = (this.#output + chunk).slice(-20_000)))
    }
    child.stdout?.on('data', (chunk) => this.#findErrors(String(chunk)))
  }

  /** Starts a process on the database of this test run and waits until it is ready. */
  static async start(env: Record<string, string> = {}): Promise<ShopProcess> {
    const port = await freePort()
    const child = spawn(process.execPath, [TYPESCRIPT, '--enable-source-maps', 'bin/server.ts'], {
      cwd: app.makePath(),
      env: {
        ...process.env,
        NODE_ENV: 'test',
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'info',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const shop = new ShopProcess(child, port)
    try {
      await shop.#ready()
      return shop
    } catch (error) {
      await shop.stop('SIGKILL')
      throw error
    }
  }

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  /** What it has logged so far, the last 20 kB. */
  get output() {
    return this.#output
  }

  /** Every error that it has logged since it was started. */
  get errors(): readonly string[] {
    return this.#errors
  }

  /** Stops it, whatever it takes; for clean-ups. */
  end = async () => void (await this.stop())

  /** Sends a signal and resolves with the exit code, or the signal that ended it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string | null> {
    const { exitCode, signalCode } = this.child
    if (exitCode !== null || signalCode !== null) return exitCode ?? signalCode
    const exited = once(this.child, 'exit')
    this.child.kill(signal)
    const [code, killedBy] = await exited
    return code ?? killedBy
  }

  #findErrors(chunk: string) {
    const lines = (this.#line + chunk).split('\n')
    this.#line = lines.pop()!
    this.#errors.push(...lines.filter((line) => line.includes('"level":50')))
  }

  async #ready() {
    const end = Date.now() + PATIENCE
    let said = ''
    while (Date.now() < end && this.child.exitCode === null) {
      try {
        const answer = await fetch(`${this.url}/health/ready`)
        if (answer.ok) return
        said = await answer.text()
      } catch {
        // Not listening yet.
      }
      await sleep(100)
    }
    throw new Error(`The shop did not start: ${said}\n${this.#output}`)
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
