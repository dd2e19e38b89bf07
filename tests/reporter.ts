import { writeSync } from 'node:fs'
import { BaseReporter } from '@japa/runner/core'
import type { NamedReporterContract } from '@japa/runner/types'
import { type FaultRow, keepFaultRows } from '#tests/fault_table'

/** Prints the figures of the run as one plain line that any CI can read. */
class PlainLine extends BaseReporter {
  async end() {
    const { aggregates } = this.runner!.getSummary()
    const { passed, failed, skipped } = aggregates
    const left = skipped > 0 ? `, ${skipped} skipped` : ''
    writeSync(1, `\n${passed} passed, ${failed} failed${left}\n`)
  }
}

/** Suites of which every test is one of a fault. */
const SUITES = ['faults', 'platform_faults', 'services']
/** A test that answers an entry of the fault catalogue names it first: `IMP-02: …`. */
const OF_CATALOGUE = /^[A-Z]+-\d\d: /
const WORST = ['passed', 'left out', '**failed**']

/** Keeps the results of the fault suites, and of the fault catalogue anywhere, as a dated table. */
class FaultTable extends BaseReporter {
  #rows = new Map<string, FaultRow>()

  onTestEnd(test: Parameters<NonNullable<BaseReporter['onTestEnd']>>[0]) {
    const { original } = test.title
    const isOfSuite = SUITES.includes(this.currentSuiteName ?? '')
    if (!isOfSuite && !OF_CATALOGUE.test(original)) return

    const what = `${this.currentGroupName}: ${original}`
    const row = this.#rows.get(what) ?? { what, cases: 0, ms: 0, result: 'passed' }
    const result = test.isSkipped ? 'left out' : test.hasError ? '**failed**' : 'passed'
    row.cases += 1
    row.ms += test.duration
    if (WORST.indexOf(result) > WORST.indexOf(row.result)) row.result = result
    this.#rows.set(what, row)
  }

  /** A run of a few files leaves the table of the last whole one alone. */
  async end() {
    if (process.env.TEST_LANE !== 'all') keepFaultRows([...this.#rows.values()])
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
