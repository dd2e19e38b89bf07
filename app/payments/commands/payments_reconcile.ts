import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** `npm run ace -- payments:reconcile FILE --method=konnect --day=2026-11-25` */
export default class PaymentsReconcile extends BaseCommand {
  static commandName = 'payments:reconcile'
  static description = 'Compare what a gateway says it took on a day with our books'
  static options: CommandOptions = { startApp: true }

  @args.string({
    description: 'The list of the gateway: CSV or XLSX with a reference and an amount',
  })
  declare file: string

  @flags.string({ description: 'The gateway, such as konnect', required: true })
  declare method: string

  @flags.string({ description: 'The day in Tunis, such as 2026-11-25', required: true })
  declare day: string

  async run() {
    const { reconciliationValidator } = await import('#app/payments/desk/desk_validators')
    const { reconcileStatement } = await import('#app/payments/reconciliation/reconcile_statement')
    const { reportDifferences } = await import('#app/payments/reconciliation/report_differences')
    const asked = await reconciliationValidator.validate({ method: this.method, day: this.day })
    const reconciliation = await reconcileStatement(this.file, asked)
    const { agreed, differences } = reconciliation
    for (const { kind, reference, orderNumber, ours, theirs } of differences) {
      const told = `${kind}: ${reference} ${orderNumber ?? ''} ours ${ours ?? '-'} theirs ${theirs ?? '-'}`
      this.logger.warning(told)
    }
    const readers = await reportDifferences(reconciliation)
    this.logger.info(`${agreed} agreed on, ${differences.length} differ, ${readers} told by mail`)
    if (differences.length > 0) this.exitCode = 1
  }
}
