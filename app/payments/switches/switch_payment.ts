import db from '@adonisjs/lucid/services/db'
import { offeredWithout, type PaymentMethod } from '#app/payments/payment_methods'
import { forgetSwitches, readSwitchedOff } from '#app/payments/switches/switched_off'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'

/**
 * Offers buyers a way to pay, or does so no more; payments that have begun go on. Every process follows within
 * seconds. Throws 409 for the last one: a shop without any takes no orders.
 */
export async function switchPayment(method: PaymentMethod, isOn: boolean, acting: Acting) {
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    // Two people who switch off the last two take turns.
    await sql(`select pg_advisory_xact_lock(hashtext('payment switches'))`, [], trx)
    const off = await readSwitchedOff(trx)
    if (!isOn && offeredWithout(off.add(method)).length === 0) throw lastMethod(method)
    await sql(
      `insert into payment_switches (method, is_on) values ($1, $2)
       on conflict (method) do update set is_on = excluded.is_on, changed_at = now()
       where payment_switches.is_on <> excluded.is_on`,
      [method, isOn],
      trx
    )
  })
  forgetSwitches()
}

const lastMethod = (method: PaymentMethod) =>
  new Problem({
    status: 409,
    code: 'last_payment_method',
    title: 'Nothing would be left to pay with',
    detail: `${method} is the only way to pay that is offered. Switch another one on first.`,
  })
