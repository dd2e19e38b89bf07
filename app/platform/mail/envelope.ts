import type { NodeMailerMessage } from '@adonisjs/mail/types'

/** Who a mail comes from, as JSON. */
export const senderOf = ({ from }: NodeMailerMessage) => JSON.stringify(from ?? '')

/** The addresses that a mail goes to, in one line. */
export function recipientsOf({ to }: NodeMailerMessage): string {
  const list = Array.isArray(to) ? to : to ? [to] : []
  return list.map((entry) => (typeof entry === 'string' ? entry : entry.address)).join(', ')
}
