import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** The background process: jobs, the relay of the outbox and the scheduler. */
export default class Work extends BaseCommand {
  static commandName = 'work'
  static description = 'Run jobs, relay events and watch the schedule until stopped'
  static options: CommandOptions = { startApp: true, staysAlive: true }

  async run() {
    const { startWorker } = await import('#start/worker')
    await startWorker(this.app)
  }
}
