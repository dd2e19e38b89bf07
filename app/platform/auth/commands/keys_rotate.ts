import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** For once a year, and for the day when somebody may have seen a key. */
export default class KeysRotate extends BaseCommand {
  static commandName = 'keys:rotate'
  static description = 'Sign access tokens with a new key; those that are out stay good'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { rotateSigningKeys } = await import('#app/platform/auth/signing_keys')
    this.logger.success(`New tokens are signed with the key ${await rotateSigningKeys()}`)
  }
}
