import db from '@adonisjs/lucid/services/db'
import limiter from '@adonisjs/limiter/services/main'
import type { Infer } from '@vinejs/vine/types'
import { inTurn } from '#app/platform/auth/hashing_turn'
import { expectUnguessable, hashPassword } from '#app/platform/auth/password'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import type { Locale } from '#app/platform/http/locale'
import { Problem } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'
import type { registrationValidator } from '#app/customers/account_validators'
import Customer from '#app/customers/customer'
import { GUEST } from '#app/customers/guest'
import { readPhone } from '#app/customers/read_phone'
import { warnCustomer } from '#app/customers/warn_customer'

type Registration = Infer<typeof registrationValidator> & { locale: Locale }

/** Whoever asks which addresses have an account gets few answers. */
const REFUSALS = { requests: 5, duration: '1 hour', blockDuration: '1 hour' } as const

/**
 * Opens an account. Throws a 409 for an address that has one, whose owner is told; a 429 for whoever
 * gets too many of those; a 422 for a password that is easy to guess, or a telephone that is none.
 */
export async function registerCustomer(
  registration: Registration,
  from: Pick<Acting, 'requestId'> & { ip: string }
): Promise<Customer> {
  const account = await accountOf(registration)
  const [error, customer] = await limiter
    .use(REFUSALS)
    .penalize(`register:${from.ip}`, () => insert(account, from))
  if (!error) return customer
  throw tooManyRefusals(error.response.availableIn)
}

/** The row as it will be. The password is judged and hashed while nothing is locked. */
async function accountOf({ email, password, phone, ...rest }: Registration) {
  const account = { ...rest, email: email.toLowerCase(), phone: readPhone(phone) ?? null }
  await expectUnguessable(password, account)
  return { ...account, password: await inTurn(() => hashPassword(password)) }
}

type Account = Awaited<ReturnType<typeof accountOf>>

/** Of two at the same moment one gets the address. */
async function insert(account: Account, from: Pick<Acting, 'requestId' | 'ip'>): Promise<Customer> {
  const id = await db.transaction(async (trx) => {
    await actAs(trx, { ...from, actor: GUEST, source: 'api' })
    const [created] = await sql<{ id: number }>(
      `insert into customers (full_name, email, phone, password, locale) values ($1, $2, $3, $4, $5)
       on conflict (email) do nothing returning id`,
      [account.fullName, account.email, account.phone, account.password, account.locale],
      trx
    )
    return created?.id
  })
  if (id !== undefined) return Customer.findOrFail(id)
  await enqueue(warnCustomer, { email: account.email, notice: 'registeredAgain' })
  throw addressTaken()
}

const addressTaken = () =>
  new Problem({
    status: 409,
    code: 'address_taken',
    title: 'This address cannot be registered',
    detail: 'Log in with it, or ask for a mail to choose a new password.',
  })

const tooManyRefusals = (seconds: number) =>
  new Problem({
    status: 429,
    code: 'too_many_registrations',
    title: 'Too many refused registrations',
    detail: 'Wait as long as Retry-After says, or log in.',
    headers: { 'Retry-After': String(seconds) },
  })
