import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { expectVersion } from '#app/platform/http/expect_version'
import { enqueue } from '#app/platform/jobs/enqueue'
import { removeSecondFactor } from '#app/staff/second_factor/enrol_second_factor'
import { mailResetLink } from '#app/staff/members/mail_reset_link'
import { beyondOwnRights, lastOwner } from '#app/staff/refusals'
import Role from '#app/staff/roles/role'
import { roleNamed } from '#app/staff/roles/role_query'
import { loginsOfStaff } from '#app/staff/login/staff_logins'
import StaffMember from '#app/staff/members/staff_member'
import type { StaffPatch } from '#app/staff/members/staff_validators'

/**
 * Changes somebody's name, language or role, or whether they may log in. Throws a 412 when the
 * account has moved on, a 403 when it, or the new role, may do more than `by`, and a 409 for the last
 * active owner: two who take each other's place at the same moment wait for one another.
 */
export function updateStaffMember(
  id: number,
  { role, disabled, ...columns }: StaffPatch,
  by: StaffMember,
  acting: Acting,
  version?: number
): Promise<StaffMember> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const owners = await lockOwners(trx)
    const member = await lockMember(id, by, trx)
    expectVersion(member, version)
    if (role !== undefined) await changeRole(member, role, by, trx)
    if (disabled !== undefined) member.disabledAt = disabled ? DateTime.now() : null
    const isOwner = member.role === Role.owner && !member.disabledAt
    if (owners.includes(id) && owners.length === 1 && !isOwner) throw lastOwner()
    await member.merge({ ...columns, version: member.version + 1 }).save()
    if (disabled) await loginsOfStaff.closeAll(id, { trx })
    return member
  })
}

/** Mails somebody a link to set a password. Throws a 403 when that person may do more than `by`. */
export async function sendResetLink(id: number, by: StaffMember): Promise<void> {
  const member = await findMember(id, by)
  await enqueue(mailResetLink, { email: member.email, notice: 'reset' })
}

/** For a lost telephone. Throws a 403 when that person may do more than `by`. */
export async function resetSecondFactor(id: number, by: StaffMember, acting: Acting) {
  await removeSecondFactor(await findMember(id, by), acting)
}

async function findMember(id: number, by: StaffMember): Promise<StaffMember> {
  const member = await StaffMember.find(id)
  if (!member) throw notFound('account')
  if (!by.mayGive(member.heldRole)) throw beyondOwnRights()
  return member
}

async function lockMember(id: number, by: StaffMember, trx: TransactionClientContract) {
  const member = await StaffMember.query({ client: trx }).where('id', id).forUpdate().first()
  if (!member) throw notFound('account')
  if (!by.mayGive(member.heldRole)) throw beyondOwnRights()
  return member
}

async function changeRole(
  member: StaffMember,
  key: string,
  by: StaffMember,
  trx: TransactionClientContract
) {
  const role = await roleNamed(key, trx)
  if (!by.mayGive(role)) throw beyondOwnRights()
  member.role = role.key
  member.$setRelated('heldRole', role)
}

/** The active owners, who stay what they are until this transaction ends. Locked before anybody else. */
async function lockOwners(trx: TransactionClientContract): Promise<number[]> {
  const owners = await sql<{ id: number }>(
    'select id from staff_members where role = $1 and disabled_at is null order by id for update',
    [Role.owner],
    trx
  )
  return owners.map(({ id }) => id)
}
