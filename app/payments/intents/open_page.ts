import i18nManager from '@adonisjs/i18n/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import logger from '@adonisjs/core/services/logger'
import { appUrl } from '#config/app'
import { orderQuery } from '#app/orders/order_query'
import { SHOP } from '#app/orders/shop_actor'
import { inTransaction } from '#app/platform/database/again'
import { pageMinutes } from '#app/payments/intents/create_payment'
import { type Charge, GatewayRefused, type HostedPage } from '#app/payments/gateways/gateway'
import { lockedPayment, movePayment, type Payment, paymentById } from '#app/payments/payment'
import { gatewayBehind } from '#app/payments/payment_methods'
import { failAttempt } from '#app/payments/settling/lose_attempt'
import { planCheck } from '#app/payments/settling/plan_check'

/**
 * Has the gateway make the page of a new attempt; never call it inside a transaction. A gateway that
 * does not answer, or does not want to, fails the attempt: nobody has its page, so nobody can have
 * paid it, and another one may be tried at once.
 * @param answer what the commit that records it is to hold besides
 */
export async function openPage(
  payment: Payment,
  answer: (payment: Payment, trx: TransactionClientContract) => Promise<unknown>
): Promise<void> {
  const opened = payment.state === 'created' ? await pageOf(payment) : undefined
  await inTransaction(async (trx) => {
    const current = await lockedPayment(payment.id, trx)
    if (opened && 'page' in opened) await redirected(current, opened.page, trx)
    if (opened && 'failure' in opened) await failAttempt(current, opened.failure, trx)
    await answer(await paymentById(payment.id, trx), trx)
  })
}

type Opened = { page: HostedPage } | { failure: 'gateway_refused' | 'gateway_unreachable' }

async function pageOf(payment: Payment): Promise<Opened> {
  const gateway = gatewayBehind(payment.method)
  if (!gateway) return { failure: 'gateway_refused' }
  try {
    return { page: await gateway.open(await chargeOf(payment)) }
  } catch (error) {
    // Whatever it was, the buyer is told and may pay in another way; the order stays.
    logger.error({ err: error, payment: payment.publicId }, 'a gateway made no page')
    const isRefusal = error instanceof GatewayRefused
    return { failure: isRefusal ? 'gateway_refused' : 'gateway_unreachable' }
  }
}

async function chargeOf({ reference, amount, ...payment }: Payment): Promise<Charge> {
  const { locale, contact } = await orderQuery(payment.orderNumber)
  const i18n = i18nManager.locale(locale)
  return {
    ...{ reference, amount, locale },
    description: i18n.t('payments.charge', { number: payment.orderNumber }),
    fullName: contact?.fullName ?? '',
    phone: contact?.phone ?? null,
    email: contact?.email ?? null,
    minutes: pageMinutes(),
    returnUrl: `${appUrl}/payments/${payment.publicId}`,
    hintUrl: `${appUrl}/api/v1/webhooks/payments/${payment.method}`,
  }
}

async function redirected(payment: Payment, page: HostedPage, trx: TransactionClientContract) {
  if (await movePayment(payment, 'redirected', { ...page, actor: SHOP }, trx)) {
    await planCheck(payment.id, trx)
  }
}
