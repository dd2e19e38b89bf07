import { storefrontUrl } from '#config/app'
import type Customer from '#app/customers/customer'
import { NoticeMail } from '#app/platform/mail/notice_mail'

/** What a customer is told about the account; each has its texts in `customers.json`. */
export type Notice = 'reset' | 'guessing' | 'loginEnded' | 'registeredAgain'

/** A mail about an account. `path` is a page of the storefront. */
export default class CustomerMail extends NoticeMail {
  constructor(
    customer: Pick<Customer, 'email' | 'fullName' | 'locale'>,
    readonly notice: Notice,
    path = '/password/forgot'
  ) {
    super(customer, `customers.${notice}`, path)
  }

  protected override get site(): string {
    return storefrontUrl()
  }
}
