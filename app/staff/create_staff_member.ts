import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import vine from '@vinejs/vine'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { Problem } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'
import { mailResetLink } from '#app/staff/mail_reset_link'
import {
  canonicalPassword,
  expectUnguessable,
  SHORTEST_PASSWORD,
} from '#app/platform/auth/password'
import { addressTaken, beyondOwnRights } from '#app/staff/refusals'
import { roleNamed } from '#app/staff/role_query'
import StaffMember from '#app/staff/staff_member'

export type NewStaffMember = { email: string; role: string; fullName?: string; password?: string }

/**
 * Creates a staff account; without a password one is generated and returned,
 * the only time it is readable. Throws when the role does not exist, the
 * address is none or taken, or the password is short or easy to guess.
 */
export function createStaffMember(person: NewStaffMember, acting: Acting) {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    return insert(person, trx)
  })
}

/**
 * Creates the account of somebody who is mailed a link to choose a password. Throws a 403 when the
 * role may do more than `by`, and what `createStaffMember` throws.
 */
export function inviteStaffMember(
  person: NewStaffMember,
  by: StaffMember,
  acting: Acting
): Promise<StaffMember> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const { member } = await insert(person, trx)
    if (!by.mayGive(member.heldRole)) throw beyondOwnRights()
    await enqueue(mailResetLink, { email: member.email, notice: 'invited' }, { trx })
    return member
  })
}

async function insert(
  { email, role, fullName, password }: NewStaffMember,
  trx: TransactionClientContract
) {
  await roleNamed(role, trx)
  const chosen = password ?? randomBytes(12).toString('base64url')
  if (chosen.length < SHORTEST_PASSWORD) throw shortPassword()
  const address = email.trim().toLowerCase()
  if (!vine.helpers.isEmail(address)) throw noAddress(email)
  if (await StaffMember.findBy('email', address, { client: trx })) throw addressTaken(address)

  const owner = { email: address, fullName: fullName ?? address.split('@')[0] }
  if (password) await expectUnguessable(password, owner)

  const hashed = { ...owner, password: canonicalPassword(chosen), role, version: 1 }
  const member = await StaffMember.create(hashed, { client: trx })
  await member.load('heldRole')
  return { member, password: chosen }
}

const shortPassword = () =>
  new Problem({
    status: 422,
    code: 'short_password',
    title: 'This password is short',
    detail: `The password needs at least ${SHORTEST_PASSWORD} characters.`,
  })

const noAddress = (email: string) =>
  new Problem({
    status: 422,
    code: 'no_address',
    title: 'This is no address',
    detail: `"${email}" is no e-mail address.`,
  })
