import { Problem } from '#app/platform/http/problem'

export const notDueYet = (number: string) =>
  new Problem({
    status: 409,
    code: 'not_to_be_invoiced',
    title: 'There is nothing to invoice',
    detail: `Order ${number} is invoiced once it is paid or has left, unless it is cancelled or was paid back.`,
  })

export const alreadyInvoiced = (order: string, number: string) =>
  new Problem({
    status: 409,
    code: 'already_invoiced',
    title: 'This order has its invoice',
    detail: `Order ${order} has invoice ${number}. Credit all of it to issue another one.`,
    extra: { number },
  })

export const creditTooMuch = (left: string) =>
  new Problem({
    status: 409,
    code: 'credit_too_much',
    title: 'More than is left of the invoice',
    detail: `${left}. Ask for no more.`,
  })

export const notAnInvoice = (number: string) =>
  new Problem({
    status: 409,
    code: 'not_an_invoice',
    title: 'A credit note is not credited',
    detail: `${number} is a credit note. Name the invoice it takes from.`,
  })
