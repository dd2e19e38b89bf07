import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { Role } from '#app/platform/lifecycle/supervisor'

/** Memory for time: 16 MB cost a product page 15 % less than 8; an import of 8 takes 254 MB instead of 457 (docs/performance.md). */
const NURSERY = { web: '--max-semi-space-size=16', worker: '--max-semi-space-size=8' }

const ROLES: Record<string, Role> = {
  web: { name: 'web', args: [NURSERY.web, 'bin/server.js'] },
  worker: { name: 'worker', args: [NURSERY.worker, 'ace.js', 'work'] },
}

/** `npm start`: everything, in production mode, on a machine that has only Node and npm. */
export default class Start extends BaseCommand {
  static commandName = 'start'
  static description = 'Build when needed, prepare the database, run the web server and the worker'
  static options: CommandOptions = { staysAlive: true, allowUnknownFlags: false }

  @flags.string({ description: 'Run only one of: web, worker' })
  declare only?: 'web' | 'worker'

  async run() {
    const roles = this.only ? [ROLES[this.only]] : Object.values(ROLES)
    if (roles.includes(undefined as never)) return this.#giveUp('--only takes web or worker')

    const { startShop } = await import('#app/platform/lifecycle/start_shop')
    const say = (line: string) => this.logger.log(line)
    try {
      // Before anything is built: a wrong setting is told at once, and what is refused in production as well.
      process.env.NODE_ENV = 'production'
      await import('#start/env')
      await startShop(this.app, roles, say, (reason) => this.#giveUp(reason))
    } catch (error) {
      await this.#giveUp(error instanceof Error ? error.message : String(error))
    }
  }

  async #giveUp(reason: string) {
    this.logger.error(reason)
    // Terminating ends the process with the exit code of the command.
    this.exitCode = process.exitCode = 1
    await this.app.terminate()
    process.exit()
  }
}
