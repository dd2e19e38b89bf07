import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { PaymentMethod } from '#app/payments/payment_methods'

/** How long what was read is good for, in ms: other processes see a switch within this time. */
const FRESH = 2_000

let known: { methods: Promise<Set<PaymentMethod>>; at: number } | undefined

/** The ways to pay that staff have switched off. */
export function switchedOff(): Promise<Set<PaymentMethod>> {
  const now = performance.now()
  if (!known || now - known.at > FRESH) known = { methods: remembered(), at: now }
  return known.methods
}

/** Whoever asks next asks the database. */
export function forgetSwitches() {
  known = undefined
}

/** The same as it is in this moment. */
export async function readSwitchedOff(trx?: TransactionClientContract) {
  const rows = await sql<{ method: PaymentMethod }>(
    'select method from payment_switches where not is_on',
    [],
    trx
  )
  return new Set(rows.map(({ method }) => method))
}

/** A failure is nothing to remember. */
async function remembered() {
  try {
    return await readSwitchedOff()
  } catch (error) {
    forgetSwitches()
    throw error
  }
}
