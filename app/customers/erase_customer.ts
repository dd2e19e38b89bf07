import db from '@adonisjs/lucid/services/db'
import Customer from '#app/customers/customer'
import { emitCustomerErased } from '#app/customers/customer_erased'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { notFound } from '#app/platform/http/problem'
import { forgetKeptAnswers } from '#app/platform/idempotency/forget_kept_answers'
import { customerOwner } from '#app/platform/idempotency/owner_of'
import { forgetKeptMails } from '#app/platform/mail/forget_kept_mails'
import { forgetRedeemer } from '#app/pricing/redeem'

/**
 * Erases a customer for ever: the account with its logins, addresses, cars and cart, and whom orders were
 * for. Orders themselves stay, of nobody. Throws 404 for no customer, 409 while an order is on its way.
 */
export function eraseCustomer(id: number, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const customer = await Customer.query({ client: trx }).where('id', id).forUpdate().first()
    if (!customer) throw notFound('customer')
    await emitCustomerErased(id, trx)
    await forgetRedeemer(id, trx)
    await forgetKeptMails(customer.email, trx)
    const tellingOf = [customer.email, customer.phone].filter((text) => text !== null)
    await forgetKeptAnswers({ owner: customerOwner(id), tellingOf }, trx)
    // What is the account's alone goes with it: the database cascades.
    await customer.delete()
  })
}
