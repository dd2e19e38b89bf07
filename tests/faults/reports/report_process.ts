import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import app from '@adonisjs/core/services/app'

/** `reports:weekly` in a process of its own, which tests may kill. */
export class ReportProcess {
  readonly #child: ChildProcess
  readonly #output: Promise<string>
  readonly #ended: Promise<unknown>
  #peakMb = 0

  constructor(week: string) {
    this.#child = spawn(process.execPath, ['ace.js', 'reports:weekly', `--week=${week}`], {
      cwd: app.makePath(),
      stdio: ['ignore', 'pipe', 'inherit'],
      // What counts coverage would count as memory of the report.
      env: { ...process.env, LOG_LEVEL: 'silent', NODE_V8_COVERAGE: '' },
    })
    this.#output = text(this.#child.stdout!)
    this.#ended = once(this.#child, 'close')
  }

  /** `kill -9`. Resolves once the process is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  /** Waits for its end: what it printed, and the peak of its resident memory in megabytes. */
  async finish() {
    const watch = setInterval(() => void this.#watchMemory(), 100)
    await this.#ended
    clearInterval(watch)
    const { exitCode } = this.#child
    return { exitCode, output: await this.#output, peakMb: this.#peakMb }
  }

  async #watchMemory() {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8').catch(() => '')
    const peak = /VmHWM:\s+(\d+) kB/.exec(status)
    if (peak) this.#peakMb = Math.max(this.#peakMb, Number(peak[1]) / 1024)
  }
}
