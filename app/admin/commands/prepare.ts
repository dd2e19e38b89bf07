import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Run by `start` before anything else; safe to run at any time, by several machines at once. */
export default class Prepare extends BaseCommand {
  static commandName = 'prepare'
  static description = 'Migrate the database, create the first administrator, fill an empty shop'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { prepareShop } = await import('#app/admin/prepare_shop')
    const { WrongSetting } = await import('#app/platform/settings/wrong_setting')
    try {
      await prepareShop((line) => this.logger.log(line))
    } catch (error) {
      if (!(error instanceof WrongSetting)) throw error
      this.logger.error(error.message)
      this.exitCode = 1
    }
  }
}
