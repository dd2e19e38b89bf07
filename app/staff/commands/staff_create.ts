import { text } from 'node:stream/consumers'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class StaffCreate extends BaseCommand {
  static commandName = 'staff:create'
  static description = 'Create an account for the back office'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'E-mail address to log in with' })
  declare email: string

  @flags.string({
    description:
      'owner, counter, warehouse, buyer, sales, accountant, readonly, or a role of your own',
    default: 'owner',
  })
  declare role: string

  @flags.string({ description: 'Name shown in the back office' })
  declare name?: string

  @flags.boolean({ description: 'Read the password from standard input instead of generating one' })
  declare passwordStdin?: boolean

  async run() {
    const { createStaffMember } = await import('#app/staff/members/create_staff_member')
    const input = this.passwordStdin ? await text(process.stdin) : undefined
    try {
      const person = {
        email: this.email,
        role: this.role,
        fullName: this.name,
        password: input?.trim(),
      }
      const acting = { actor: 'command:staff:create', source: 'command' } as const
      const { member, password } = await createStaffMember(person, acting)
      this.logger.success(`${member.email} may log in as ${member.role}`)
      if (!input) this.logger.log(`Password (shown only now): ${password}`)
    } catch (error) {
      this.logger.error((error as Error).message)
      this.exitCode = 1
    }
  }
}
