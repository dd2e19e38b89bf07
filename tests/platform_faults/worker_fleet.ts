import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { TYPESCRIPT } from '#tests/support/typescript'

const SKEWED_CLOCK = new URL('./skewed_clock.ts', import.meta.url).href
const SCRIPT = new URL('./worker_process.ts', import.meta.url)
export const TEST_JOBS = '#tests/platform_faults/test_jobs'

/** Worker processes that tests kill. What is left is killed at the end. */
export class WorkerFleet {
  #workers: ChildProcess[] = []
  #output = ''

  constructor(private readonly env: Record<string, string> = {}) {}

  /** What all of them have logged. */
  get output() {
    return this.#output
  }

  get alive(): ChildProcess[] {
    return this.#workers.filter((worker) => worker.exitCode === null && !worker.signalCode)
  }

  /** Resolves once the worker takes jobs. A message `{ skewMs }` sets its clock wrong. */
  async start(...modules: string[]): Promise<ChildProcess> {
    const worker = fork(SCRIPT, modules, {
      execArgv: [`--import=${SKEWED_CLOCK}`, TYPESCRIPT],
      env: { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent', ...this.env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    worker.stdout?.on('data', (chunk) => (this.#output += chunk))
    this.#workers.push(worker)
    await once(worker, 'message')
    return worker
  }

  /** The one that the test before has left, or a new one. */
  async anyWorker(...modules: string[]): Promise<ChildProcess> {
    return this.alive[0] ?? (await this.start(...modules))
  }

  async kill(worker: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const gone = once(worker, 'exit')
    worker.kill(signal)
    await gone
  }

  async killAll(): Promise<void> {
    await Promise.all(this.alive.map((worker) => this.kill(worker)))
    this.#workers = []
  }
}
