import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { unknownRole } from '#app/staff/refusals'
import Role from '#app/staff/roles/role'

/** A role with the number of people who have it and may log in. */
export type RoleWithPeople = { role: Role; people: number }

/** All of them: the owner, the other built-in ones, those of the shop. There are a dozen. */
export async function rolesQuery(): Promise<RoleWithPeople[]> {
  const [roles, counts] = await Promise.all([
    Role.query()
      .orderByRaw('key <> ?', [Role.owner])
      .orderBy('built_in', 'desc')
      .orderBy('created_at')
      .orderBy('key'),
    peopleQuery(),
  ])
  return roles.map((role) => ({ role, people: counts.get(role.key) ?? 0 }))
}

/** Throws a 404 when there is none with this key. */
export async function roleQuery(key: string): Promise<RoleWithPeople> {
  const role = await Role.find(key)
  if (!role) throw notFound('role')
  const counts = await peopleQuery()
  return { role, people: counts.get(key) ?? 0 }
}

/** The role that somebody is to have. Throws a 422 that names the roles there are. */
export async function roleNamed(key: string, trx?: TransactionClientContract): Promise<Role> {
  const roles = await Role.query({ client: trx }).orderBy('created_at').orderBy('key')
  const role = roles.find((known) => known.key === key)
  if (role) return role
  const keys = roles.map((known) => known.key)
  throw unknownRole(key, keys)
}

async function peopleQuery(): Promise<Map<string, number>> {
  const rows = await sql<{ role: string; people: number }>(
    `select role, count(*)::int as people from staff_members
     where disabled_at is null group by role`
  )
  return new Map(rows.map(({ role, people }) => [role, people]))
}
