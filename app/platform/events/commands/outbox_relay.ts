import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class OutboxRelay extends BaseCommand {
  static commandName = 'outbox:relay'
  static description = 'Tell what the outbox holds to listeners and, with RABBITMQ_URL, the broker'
  static options: CommandOptions = { startApp: true }

  @flags.number({ description: 'Give up after so many seconds without an end', default: 60 })
  declare timeout: number

  async run() {
    const { drainOutbox } = await import('#app/platform/events/drain_outbox')
    const left = await drainOutbox(this.timeout)
    if (left) {
      this.exitCode = 1
      return this.logger.error(
        `${left} events are left: look at the log of the worker, and at the broker`
      )
    }
    this.logger.success('the outbox is empty')
  }
}
