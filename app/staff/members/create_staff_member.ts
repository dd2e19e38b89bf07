import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import vine from '@vinejs/vine'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { Problem } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'
import { mailResetLink } from '#app/staff/members/mail_reset_link'
import { expectUnguessable, hashPassword, SHORTEST_PASSWORD } from '#app/platform/auth/password'
import { addressTaken, beyondOwnRights } from '#app/staff/refusals'
import { roleNamed } from '#app/staff/roles/role_query'
import StaffMember from '#app/staff/members/staff_member'

type NewStaffMember = {
  email: string
  role: string
  fullName?: string
  password?: string
  /** Whoever runs the machine may have chosen a password that is easy to guess: theirs to know. */
  mayBeGuessable?: boolean
}

/**
 * Creates a staff account; without a password one is generated and returned,
 * the only time it is readable. Throws when the role does not exist, the
 * address is none or taken, or the password is short or easy to guess.
 */
export async function createStaffMember(person: NewStaffMember, acting: Acting) {
  const account = await newAccount(person)
  const password = person.password ?? randomPassword()
  if (password.length < SHORTEST_PASSWORD) throw shortPassword()
  if (person.password && !person.mayBeGuessable) await expectUnguessable(password, account)
  const hashed = await hashPassword(password)
  const member = await db.transaction(async (trx) => {
    await actAs(trx, acting)
    return insert({ ...account, password: hashed }, trx)
  })
  return { member, password }
}

/**
 * Creates the account of somebody who is mailed a link to choose a password. Throws a 403 when the
 * role may do more than `by`, and what `createStaffMember` throws.
 */
export async function inviteStaffMember(
  person: Omit<NewStaffMember, 'password' | 'mayBeGuessable'>,
  by: StaffMember,
  acting: Acting
): Promise<StaffMember> {
  const account = await newAccount(person)
  const hashed = await hashPassword(randomPassword())
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const member = await insert({ ...account, password: hashed }, trx)
    if (!by.mayGive(member.heldRole)) throw beyondOwnRights()
    await enqueue(mailResetLink, { email: member.email, notice: 'invited' }, { trx })
    return member
  })
}

const randomPassword = () => randomBytes(12).toString('base64url')

type Account = { email: string; role: string; fullName: string; password: string }

/** Before a password is hashed for it: what is wrong already will not get better. */
async function newAccount({ email, role, fullName }: NewStaffMember) {
  await roleNamed(role)
  const address = email.trim().toLowerCase()
  if (!vine.helpers.isEmail(address)) throw noAddress(email)
  if (await StaffMember.findBy('email', address)) throw addressTaken(address)
  return { email: address, role, fullName: fullName ?? address.split('@')[0] }
}

async function insert(account: Account, trx: TransactionClientContract) {
  const member = await StaffMember.create({ ...account, version: 1 }, { client: trx })
  await member.load('heldRole')
  return member
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
