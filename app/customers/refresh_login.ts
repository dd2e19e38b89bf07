import mail from '@adonisjs/mail/services/main'
import { renewLogin, staleToken } from '#app/platform/auth/renew_login'
import Customer from '#app/customers/customer'
import { type CustomerLogin, loginsOfCustomers } from '#app/customers/customer_logins'
import CustomerMail from '#app/customers/mails/customer_mail'

/**
 * Renews a login: a fresh access token and the next refresh token. When a token comes again that was
 * replaced before, the login ends and the customer is told. Throws the same 401 whatever is wrong.
 */
export async function refreshLogin(token: string): Promise<CustomerLogin> {
  const renewal = await renewLogin(loginsOfCustomers, token)
  const customer = renewal && (await Customer.find(renewal.userId))
  if (!customer) throw staleToken()
  if (renewal.isReused) {
    await mail.sendLater(new CustomerMail(customer, 'loginEnded'))
    throw staleToken()
  }
  const tokens = await loginsOfCustomers.tokensOf(customer.id, renewal.sid, renewal.generation)
  return { customer, ...tokens }
}
