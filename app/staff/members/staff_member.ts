import { beforeFind, belongsTo } from '@adonisjs/lucid/orm'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { Ability } from '#app/staff/abilities'
import Role from '#app/staff/roles/role'
import { StaffMemberSchema } from '#database/schema'

/** Somebody who works in the shop and may log in to the back office; `password` is what `hashPassword` made of it. */
export default class StaffMember extends StaffMemberSchema {
  @belongsTo(() => Role, { foreignKey: 'role', localKey: 'key' })
  declare heldRole: BelongsTo<typeof Role>

  /** Whoever is found comes with the role as it is now: there is nothing to go stale. */
  @beforeFind()
  static withRole(query: ModelQueryBuilderContract<typeof StaffMember>) {
    query.preload('heldRole')
  }

  may(ability: Ability): boolean {
    return this.$preloaded.heldRole !== undefined && this.heldRole.grants(ability)
  }

  /** Whether this person may hand out that role: nobody gives away more than they have. */
  mayGive(role: Role): boolean {
    if (role.isOwner) return this.heldRole.isOwner
    return role.granted.every((ability) => this.may(ability))
  }

  /** Whether the role asks for a second factor that this person has not set up. */
  get lacksSecondFactor() {
    return this.heldRole.requiresSecondFactor && !this.secondFactorSince
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
