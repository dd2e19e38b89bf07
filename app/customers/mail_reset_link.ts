import mail from '@adonisjs/mail/services/main'
import { hashOf, newResetToken } from '#app/platform/auth/reset_token'
import { sql } from '#app/platform/database/sql'
import { defineJob } from '#app/platform/jobs/job'
import Customer from '#app/customers/customer'
import CustomerMail from '#app/customers/mails/customer_mail'

/**
 * Mails a link that sets a password once, within 30 minutes, when the address has an account. A job, so
 * that asking for one takes the same time whether or not it has.
 */
export const mailCustomerResetLink = defineJob<{ email: string }>({
  name: 'customers.mail_reset_link',
  async handle({ data: { email } }) {
    const customer = await Customer.findBy('email', email)
    if (!customer) return
    const token = newResetToken()
    await sql(
      `insert into password_resets (token_hash, customer_id, expires_at)
       values ($1, $2, now() + interval '30 minutes')`,
      [hashOf(token), customer.id]
    )
    await mail.sendLater(new CustomerMail(customer, 'reset', `/password/reset/${token}`))
  },
})
