import { writeFileSync, writeSync } from 'node:fs'
import { cpus } from 'node:os'
import app from '@adonisjs/core/services/app'
import { BaseReporter } from '@japa/runner/core'
import type { NamedReporterContract } from '@japa/runner/types'

const DAY_LENGTH = 'yyyy-mm-dd'.length

/** Prints the figures of the run as one plain line that any CI can read. */
class PlainLine extends BaseReporter {
  async end() {
    const { aggregates } = this.runner!.getSummary()
    const { passed, failed, skipped } = aggregates
    const left = skipped > 0 ? `, ${skipped} skipped` : ''
    writeSync(1, `\n${passed} passed, ${failed} failed${left}\n`)
  }
}

/** Keeps the results of the fault suites, repeated in full, as a dated table. */
class FaultTable extends BaseReporter {
  #rows: string[] = []

  onTestEnd(test: Parameters<NonNullable<BaseReporter['onTestEnd']>>[0]) {
    if (!['faults', 'services'].includes(this.currentSuiteName ?? '')) return
    const result = test.isSkipped ? 'left out' : test.hasError ? '**failed**' : 'passed'
    const title = `${this.currentGroupName}: ${test.title.expanded}`
    this.#rows.push(`| ${title} | ${result} | ${Math.round(test.duration / 1000)} s |`)
  }

  async end() {
    const [cpu] = cpus()
    const lines = [
      '# Faults',
      '',
      `Written by \`npm run test:deep\` on ${new Date().toISOString().slice(0, DAY_LENGTH)}, ${cpus().length} × ${cpu.model.trim()}, full repeat counts.`,
      '',
      '| what was done to it | result | time |',
      '|---|---|---|',
      ...this.#rows,
      '',
    ]
    writeFileSync(app.makePath('docs/faults.md'), lines.join('\n'))
  }
}

export const plainLine: NamedReporterContract = {
  name: 'plain',
  handler: (...args) => new PlainLine().boot(...args),
}

export const faultTable: NamedReporterContract = {
  name: 'faults',
  handler: (...args) => new FaultTable().boot(...args),
}
