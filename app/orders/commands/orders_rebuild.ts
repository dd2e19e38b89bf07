import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** `npm run ace -- orders:rebuild --verify`: are all orders what their events say? */
export default class OrdersRebuild extends BaseCommand {
  static commandName = 'orders:rebuild'
  static description = 'Make every order from its events again'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Only compare; the exit code is not 0 when something differs' })
  declare verify?: boolean

  async run() {
    const { rebuildOrders } = await import('#app/orders/changing/rebuild_orders')
    const { orders, wrong } = await rebuildOrders({ mend: !this.verify })
    for (const number of wrong) this.logger.warning(`${number} is not what its events say`)
    this.logger.info(`${orders} orders, ${wrong.length} ${this.verify ? 'differ' : 'mended'}`)
    if (this.verify && wrong.length > 0) this.exitCode = 1
  }
}
