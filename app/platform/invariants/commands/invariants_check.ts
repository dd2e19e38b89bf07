import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** `npm run ace -- invariants:check`: proves the books; the exit code is not 0 when they are wrong. */
export default class InvariantsCheck extends BaseCommand {
  static commandName = 'invariants:check'
  static description = 'Prove that the books are right'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { checkInvariants } = await import('#app/platform/invariants/check_invariants')
    for (const { name, broken } of await checkInvariants()) {
      if (broken.length === 0) this.logger.success(name)
      for (const line of broken) this.logger.error(`${name}: ${line}`)
      if (broken.length > 0) this.exitCode = 1
    }
  }
}
