import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import app from '@adonisjs/core/services/app'
import type { ImportResult } from '#app/imports/runs/carry_out_run'
import { isDeep, repeats } from '#tests/depth'

/** A short file has a middle to be killed in, too. The deep run takes batches as they are. */
export const BATCHES: Record<string, string> = isDeep ? {} : { IMPORT_BATCH_ROWS: '400' }
/** Some batches and a bit, so that there is something between them to hit. */
export const ROWS = repeats(2_600, 100_000)

export interface ImportOutcome {
  exitCode: number | null
  result: Partial<ImportResult> & { error?: string }
  /** Peak of resident memory, in megabytes. */
  peakMb: number
}

/** `catalogue:import` in a process of its own, which tests may kill. */
export class ImportProcess {
  #child: ChildProcess
  #output: Promise<string>
  #ended: Promise<unknown>
  #peakMb = 0

  constructor(path: string, ...args: string[]) {
    // As `npm run ace` does: with a small nursery.
    const command = [
      '--max-semi-space-size=8',
      'ace.js',
      'catalogue:import',
      path,
      '--json',
      ...args,
    ]
    this.#child = spawn(process.execPath, command, {
      cwd: app.makePath(),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...BATCHES, LOG_LEVEL: 'silent' },
    })
    this.#output = text(this.#child.stdout!)
    this.#ended = once(this.#child, 'close')
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && !this.#child.signalCode
  }

  /** `kill -9`. Resolves once the process is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  /** Stands still, and holds what it holds, until `thaw()`. */
  freeze() {
    this.#child.kill('SIGSTOP')
  }

  thaw() {
    this.#child.kill('SIGCONT')
  }

  async finish(): Promise<ImportOutcome> {
    const watch = setInterval(() => void this.#watchMemory(), 200)
    await this.#ended
    clearInterval(watch)
    const output = await this.#output
    const json = output.split('\n').find((line) => line.startsWith('{')) ?? '{}'
    return { exitCode: this.#child.exitCode, result: JSON.parse(json), peakMb: this.#peakMb }
  }

  async #watchMemory() {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8').catch(() => '')
    const peak = /VmHWM:\s+(\d+) kB/.exec(status)
    if (peak) this.#peakMb = Math.max(this.#peakMb, Number(peak[1]) / 1024)
  }
}
