import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { ImportOptions } from '#app/imports/runs/import_run'

/** A command that imports a file: what all of them take, and how they end. */
export abstract class ImportCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true }

  /** What the file is a list of. */
  declare entity: string

  @args.string({ description: 'File to import; it may be gzipped' })
  declare file: string

  @flags.string({ description: 'JSON file: { "their column": "our column" }' })
  declare mapping?: string

  @flags.string({ description: 'What parts the cells, when the detection is wrong: , ; | or tab' })
  declare delimiter?: string

  @flags.string({ description: 'Such as windows-1256, when the detection is wrong' })
  declare encoding?: string

  @flags.string({ description: 'point (1,234.50) or comma (1.234,50)' })
  declare decimal?: string

  @flags.string({ description: 'Whose list it is: owner of its numbers, source of its rules' })
  declare supplier?: string

  @flags.boolean({ description: 'Tell what would happen, and change nothing' })
  declare dryRun?: boolean

  @flags.string({ description: 'CSV file for the rejected rows, with line and reason' })
  declare errors?: string

  @flags.boolean({ description: 'Print the result as one JSON object' })
  declare json?: boolean

  async run() {
    const { importFile } = await import('#app/imports/files/import_file')
    const { ImportReport } = await import('#app/imports/runs/import_report')
    const { isForOperators } = await import('#app/imports/operator_errors')
    const report = new ImportReport(this)
    try {
      const result = await importFile(
        {
          path: this.file,
          entity: this.entity,
          options: await this.#options(),
          actor: 'command',
          errorsPath: this.errors,
        },
        report
      )
      report.finish(result)
      const { created, updated, unchanged } = result.counts
      if (created + updated + unchanged === 0) this.exitCode = 1
    } catch (error) {
      if (!isForOperators(error)) throw error
      report.fail(error)
      this.exitCode = 1
    }
  }

  async #options(): Promise<ImportOptions> {
    const { readMapping } = await import('#app/imports/files/read_mapping')
    return {
      mapping: this.mapping === undefined ? undefined : await readMapping(this.mapping),
      delimiter: ['tab', '\\t'].includes(this.delimiter ?? '') ? '\t' : this.delimiter,
      encoding: this.encoding,
      decimals: this.decimal,
      supplier: this.supplier,
      dryRun: this.dryRun,
    }
  }
}
