import type { BaseCommand } from '@adonisjs/core/ace'
import type { ImportListener, ImportResult } from '#app/imports/runs/carry_out_run'
import type { ImportRun } from '#app/imports/runs/import_run'
import type { Preview } from '#app/imports/import_target'
import { ProgressLine } from '#app/platform/progress_line'
import type { Understanding } from '#app/imports/files/stage_file'

type Asking = BaseCommand & { json?: boolean; yes?: boolean; dryRun?: boolean }

const SHOWN_HEADERS = 8

/** Tells whoever typed the command what happens: progress on a terminal, then what came of it. */
export class ImportReport implements ImportListener {
  #progress = new ProgressLine(process.stderr)

  constructor(private command: Asking) {}

  understood({ format, decimals, leftOut }: Understanding) {
    this.#say(`Reading as ${format}; decimal ${decimals}`)
    if (!leftOut.length) return
    const more = leftOut.length > SHOWN_HEADERS ? ` and ${leftOut.length - SHOWN_HEADERS} more` : ''
    this.#say(`Left out: ${leftOut.slice(0, SHOWN_HEADERS).join(', ')}${more}`)
  }

  resuming({ id, rowsApplied, rowsStaged }: ImportRun) {
    this.#say(`Going on with import ${id}: ${rowsApplied} of ${rowsStaged} rows were applied`)
  }

  waiting() {
    this.#say('Waiting for another import to finish')
  }

  staging = (rows: number) => this.#progress.draw('Reading', rows)

  applying = (applied: number, total: number) => this.#progress.draw('Applying', applied, total)

  async confirm({ over30, sample }: Preview): Promise<boolean> {
    if (!over30 || this.command.yes || this.command.json || !process.stdin.isTTY) return true
    this.#progress.clear()
    this.#sayPrices(sample)
    return this.command.prompt.confirm(`${over30} prices change by more than 30 %. Go on?`)
  }

  finish(result: ImportResult) {
    this.#progress.clear()
    if (this.command.json) return this.command.logger.log(JSON.stringify(result))
    const { counts, notes, preview, rejected } = result
    for (const note of notes) this.#say(note)
    if (counts.merged)
      this.#say(`${counts.merged} continuation rows merged into the row they continue`)
    if (preview?.over20) {
      this.#say(`${preview.over20} prices change by more than 20 %, such as:`)
      this.#sayPrices(preview.sample)
    }
    for (const { line, reason } of rejected) this.#say(`line ${line}: ${reason}`)
    if (counts.rejected > rejected.length) {
      this.#say(`… and ${counts.rejected - rejected.length} more: --errors=FILE writes all of them`)
    }
    const { created, updated, unchanged } = counts
    const prefix = this.command.dryRun ? 'dry run, nothing was written: ' : ''
    this.#say(
      `${prefix}created ${created}, updated ${updated}, unchanged ${unchanged}, rejected ${counts.rejected}`
    )
  }

  fail(error: Error) {
    this.#progress.clear()
    if (this.command.json) this.command.logger.log(JSON.stringify({ error: error.message }))
    else this.command.logger.error(error.message)
  }

  #sayPrices(sample: Preview['sample']) {
    for (const { line, sku, from, to } of sample) {
      this.#say(`  line ${line}: ${sku} ${dinars(from)} → ${dinars(to)}`)
    }
  }

  #say(text: string) {
    if (!this.command.json) this.command.logger.log(text)
  }
}

function dinars(millimes: number): string {
  return (millimes / 1000).toFixed(3)
}
