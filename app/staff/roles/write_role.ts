import string from '@adonisjs/core/helpers/string'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import type { Ability } from '#app/staff/abilities'
import {
  beyondOwnRights,
  builtInRole,
  nameTaken,
  ownerMayEverything,
  roleInUse,
} from '#app/staff/refusals'
import { expectVersion } from '#app/platform/http/expect_version'
import Role from '#app/staff/roles/role'
import type { RoleInput, RolePatch } from '#app/staff/roles/role_validators'
import type StaffMember from '#app/staff/members/staff_member'

/** Creates a role. Throws a 403 for rights that `by` does not have, a 409 for a name that is taken. */
export function createRole(input: RoleInput, by: StaffMember, acting: Acting): Promise<Role> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const role = new Role().useTransaction(trx)
    role.merge({ key: await freeKey(input.name, trx), builtIn: false, abilities: [], version: 1 })
    return write(role, { requiresSecondFactor: false, ...input }, by, trx)
  })
}

/**
 * Changes a role; whoever has it has the new rights with the next request. Throws a 412 when it has
 * moved on, a 403 when rights change that `by` does not have, a 409 for what cannot be changed.
 */
export function updateRole(
  key: string,
  patch: RolePatch,
  by: StaffMember,
  acting: Acting,
  version?: number
): Promise<Role> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const role = await lockRole(key, trx)
    expectVersion(role, version)
    role.version += 1
    return write(role, patch, by, trx)
  })
}

/** Removes a role that nobody has. Throws a 409 for one that somebody has, or that is built in. */
export function deleteRole(key: string, acting: Acting, version?: number): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const role = await lockRole(key, trx)
    expectVersion(role, version)
    if (role.builtIn) throw builtInRole()
    const [{ people }] = await sql<{ people: number }>(
      'select count(*)::int as people from staff_members where role = $1',
      [key],
      trx
    )
    if (people > 0) throw roleInUse(people)
    await role.delete()
  })
}

async function write(
  role: Role,
  { name, abilities, requiresSecondFactor }: RolePatch,
  by: StaffMember,
  trx: TransactionClientContract
): Promise<Role> {
  if (name !== undefined) await rename(role, name, trx)
  if (abilities !== undefined) changeAbilities(role, abilities, by)
  if (requiresSecondFactor !== undefined) role.requiresSecondFactor = requiresSecondFactor
  await role.save()
  return role.refresh()
}

async function rename(role: Role, name: string, trx: TransactionClientContract) {
  if (role.builtIn) throw builtInRole()
  const namesake = await Role.query({ client: trx })
    .whereRaw('lower(name) = lower(?)', [name])
    .whereNot('key', role.key)
    .first()
  if (namesake) throw nameTaken(name)
  role.name = name
}

function changeAbilities(role: Role, abilities: Ability[], by: StaffMember) {
  if (role.isOwner) throw ownerMayEverything()
  const before = role.granted
  const changed = [
    ...abilities.filter((ability) => !before.includes(ability)),
    ...before.filter((ability) => !abilities.includes(ability)),
  ]
  if (!changed.every((ability) => by.may(ability))) throw beyondOwnRights()
  role.abilities = abilities
}

async function lockRole(key: string, trx: TransactionClientContract): Promise<Role> {
  const role = await Role.query({ client: trx }).where('key', key).forUpdate().first()
  if (!role) throw notFound('role')
  return role
}

/** A key made of the name, with a number when it is taken. */
async function freeKey(name: string, trx: TransactionClientContract): Promise<string> {
  const slug = string.slug(name, { lower: true, strict: true, replacement: '_' })
  const stem = /^[a-z][a-z0-9_]+$/.test(slug) ? slug.slice(0, 30) : 'role'
  const taken = await Role.query({ client: trx }).where('key', 'like', `${stem}%`).select('key')
  const keys = new Set(taken.map(({ key }) => key))
  let key = stem
  for (let n = 2; keys.has(key); n++) key = `${stem}_${n}`
  return key
}
