import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { digits, personName, text } from '#app/platform/http/input'
import { ABILITIES } from '#app/staff/abilities'

const abilities = () => vine.array(vine.enum(ABILITIES)).maxLength(ABILITIES.length).distinct()
const strictly = () => vine.boolean({ strict: true })

export const roleKeyValidator = vine.create({ key: text({ max: 40 }) })

export const roleValidator = vine.create({
  name: personName(),
  abilities: abilities(),
  requiresSecondFactor: strictly().optional(),
})

export const rolePatchValidator = vine.create({
  name: personName().optional(),
  abilities: abilities().optional(),
  requiresSecondFactor: strictly().optional(),
})

/** A form sends nothing for boxes that are not ticked; built-in roles have no field for a name. */
const ticked = {
  abilities: abilities().optional(),
  requiresSecondFactor: vine.accepted().optional(),
}

export const newRoleFormValidator = vine.create({ name: personName(), ...ticked })

export const roleFormValidator = vine.create({
  name: personName().optional(),
  ...ticked,
  version: digits(),
})

export type RoleInput = Infer<typeof roleValidator>
export type RolePatch = Infer<typeof rolePatchValidator>
