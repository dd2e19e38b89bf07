import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { compose } from '@adonisjs/core/helpers'
import hash from '@adonisjs/core/services/hash'
import { type Ability, may } from '#app/staff/abilities'
import type { Role } from '#app/staff/roles'
import { StaffMemberSchema } from '#database/schema'

/** Hashes the password on save, and checks credentials in the same time whether or not the address exists. */
const WithCredentials = withAuthFinder(hash, {
  uids: ['email'],
  passwordColumnName: 'password',
})

/** Somebody who works in the shop and may log in to the back office. */
export default class StaffMember extends compose(StaffMemberSchema, WithCredentials) {
  declare role: Role

  may(ability: Ability): boolean {
    return may(this.role, ability)
  }

  /** For the avatar: `AT` of Amel Trabelsi. */
  get initials() {
    const words = this.fullName.split(/\s+/).filter(Boolean)
    return words
      .slice(0, 2)
      .map((word) => word[0].toUpperCase())
      .join('')
  }

  /** How this person appears in histories: `staff:3`. */
  get actor() {
    return `staff:${this.id}`
  }
}
