import mail from '@adonisjs/mail/services/main'
import { defineJob } from '#app/platform/jobs/job'
import Customer from '#app/customers/customer'
import CustomerMail from '#app/customers/mails/customer_mail'

/**
 * Tells a customer what somebody does with their address. A job, so that whoever does it waits as long
 * whether or not the address has an account.
 */
export const warnCustomer = defineJob<{ email: string; notice: 'guessing' | 'registeredAgain' }>({
  name: 'customers.warn',
  async handle({ data: { email, notice } }) {
    const customer = await Customer.findBy('email', email)
    if (customer) await mail.send(new CustomerMail(customer, notice))
  },
})
