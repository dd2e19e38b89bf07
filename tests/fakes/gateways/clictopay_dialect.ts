import { randomUUID } from 'node:crypto'
import {
  type Answer,
  type Books,
  type Dialect,
  FAKE_KEYS,
  withQuery,
} from '#tests/fakes/gateways/dialect'

const STATUS = { open: 0, paid: 2, declined: 6, expired: 6 }
const refused = (errorCode: string, errorMessage: string): Answer => ({
  status: 200,
  json: { errorCode, errorMessage },
})

/** ClicToPay: forms in, 200 out even when it refuses; no hints; it pays back. */
export const clictopayDialect: Dialect = {
  answer({ path, body }, books) {
    const form = new URLSearchParams(body)
    const isKnown =
      form.get('userName') === FAKE_KEYS.clictopayUser &&
      form.get('password') === FAKE_KEYS.clictopayPassword
    if (!isKnown) return refused('5', 'Accès refusé')
    if (path === '/register.do') return register(form, books)
    const payment = books.find(form.get('orderId') ?? '')
    if (!payment) return refused('6', 'Numéro de commande inconnu')
    if (path === '/refund.do') {
      const isDone = books.refund(payment.ref, Number(form.get('amount')))
      return isDone
        ? refused('0', 'Succès')
        : refused('7', 'Le montant du remboursement dépasse le montant déposé')
    }
    return {
      status: 200,
      json: {
        ...{ errorCode: '0', errorMessage: 'Succès', orderNumber: payment.reference },
        orderStatus:
          payment.refunded === payment.amount && payment.amount > 0 ? 4 : STATUS[payment.paidState],
        ...{ actionCode: 0, amount: payment.amount },
        currency: payment.currency === 'TND' ? '788' : '978',
        paymentAmountInfo: { refundedAmount: payment.refunded },
      },
    }
  },
  hint: () => undefined,
  back: ({ paidState, returnUrl, failUrl, ref }) =>
    withQuery(withQuery(paidState === 'paid' ? returnUrl : failUrl, 'orderId', ref), 'lang', 'fr'),
}

function register(form: URLSearchParams, books: Books): Answer {
  const [amount, reference] = [form.get('amount'), form.get('orderNumber') ?? '']
  if (!amount) return refused('4', 'Montant vide')
  if (!/^[A-Za-z\d]{1,32}$/.test(reference)) return refused('5', 'Numéro de commande incorrect')
  if (books.named(reference)) {
    return refused('1', 'Commande avec ce numéro est déjà enregistrée dans le système')
  }
  if (form.get('currency') !== '788') return refused('5', 'Devise inconnue')
  const { ref } = books.open({
    ...{ ref: randomUUID(), reference, amount: Number(amount), hintUrl: '' },
    ...{ returnUrl: form.get('returnUrl')!, failUrl: form.get('failUrl')! },
    closesAt: Date.now() + Number(form.get('sessionTimeoutSecs') ?? 1200) * 1000,
  })
  return { status: 200, json: { orderId: ref, formUrl: `${books.origin}/pay/${ref}` } }
}
