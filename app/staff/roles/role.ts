import type { I18n } from '@adonisjs/i18n'
import { ABILITIES, type Ability } from '#app/staff/abilities'
import { RoleSchema } from '#database/schema'

/** The role that may do everything; somebody always has it. */
const OWNER = 'owner'

/** What people do in the shop, and therefore may do in the back office. */
export default class Role extends RoleSchema {
  declare abilities: string[]

  static owner = OWNER

  get isOwner() {
    return this.key === OWNER
  }

  /** What people of this role may do. A right that the shop no longer knows is none. */
  get granted(): Ability[] {
    return ABILITIES.filter((ability) => this.grants(ability))
  }

  grants(ability: Ability): boolean {
    return this.isOwner || this.abilities.includes(ability)
  }

  /** How the role is called: built-in ones in the language of the reader, others as they were named. */
  nameIn(i18n: I18n): string {
    return this.name ?? i18n.t(`access.roles.${this.key}`)
  }
}
