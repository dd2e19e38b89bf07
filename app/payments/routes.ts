import router from '@adonisjs/core/services/router'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { ONLINE_METHODS } from '#app/payments/gateways/gateway'
import { oneOf } from '#app/platform/http/one_of'
import { controllers } from '#generated/controllers'
import { forHints, forPages, forPurchases, forStaffApi, forStaffPages } from '#start/middleware'

const { Attempts, Hints, IntentConfirmations, Intents, Returns, admin } = controllers.payments

router
  .group(() => {
    router.post('/intents', [Intents, 'store']).as('intents.store').use(forPurchases('write'))
    router.get('/intents/:id', [Intents, 'show']).as('intents.show').use(forPurchases('read'))
    router
      .post('/intents/:id/confirm', [IntentConfirmations, 'store'])
      .as('intents.confirm')
      .use(forPurchases('write'))
  })
  .prefix('/api/v1/payments')
  .as('payments')

router
  .group(() => {
    router.get('/:provider', [Hints, 'store']).as('look')
    router.post('/:provider', [Hints, 'store']).as('store')
  })
  .prefix('/api/v1/webhooks/payments')
  .as('webhooks.payments')
  .where('provider', oneOf(ONLINE_METHODS))
  .use(forHints)

router
  .group(() => {
    router.get('/:id', [Returns, 'show']).as('return')
    router.post('/:id/attempts', [Attempts, 'store']).as('retry')
  })
  .prefix('/payments')
  .as('payment_pages')
  .use(forPages)

router
  .group(() => {
    const reads = forStaffApi('payments:read')
    const writes = forStaffApi('payments:write', 'write')
    const refunds = forStaffApi('payments:refund', 'write')
    router.get('/', [admin.PaymentsApi, 'index']).as('index').use(reads)
    router.get('/:id', [admin.PaymentsApi, 'show']).as('show').use(reads)
    router.post('/:id/checks', [admin.ChecksApi, 'store']).as('check').use(writes)
    router.post('/:id/receipt', [admin.ReceiptsApi, 'store']).as('receive').use(writes)
    router.post('/:id/decision', [admin.DecisionsApi, 'store']).as('decide').use(refunds)
    router.post('/:id/refunds', [admin.RefundsApi, 'store']).as('refund').use(refunds)
    router
      .post('/:id/refunds/:refundId/completion', [admin.RefundCompletionsApi, 'store'])
      .as('finish_refund')
      .use(refunds)
  })
  .prefix('/api/admin/payments')
  .as('admin.payments')

router
  .group(() => {
    const writes = forStaffPages('payments:write')
    const refunds = forStaffPages('payments:refund')
    router.get('/', [admin.Payments, 'index']).as('index').use(forStaffPages('payments:read'))
    router.post('/:id/checks', [admin.Checks, 'store']).as('check').use(writes)
    router.post('/:id/receipt', [admin.Receipts, 'store']).as('receive').use(writes)
    router.post('/:id/decision', [admin.Decisions, 'store']).as('decide').use(refunds)
    router.post('/:id/refunds', [admin.Refunds, 'store']).as('refund').use(refunds)
    router
      .post('/:id/refunds/:refundId/completion', [admin.RefundCompletions, 'store'])
      .as('finish_refund')
      .use(refunds)
  })
  .prefix('/admin/payments')
  .as('admin.payment_pages')

router
  .group(() => {
    const writes = forStaffApi('settings:write', 'write')
    router
      .get('/', [admin.PaymentSwitchesApi, 'index'])
      .as('index')
      .use(forStaffApi('settings:write'))
    router
      .put('/:method', [admin.PaymentSwitchesApi, 'update'])
      .as('update')
      .where('method', oneOf(PAYMENT_METHODS))
      .use(writes)
  })
  .prefix('/api/admin/payment-methods')
  .as('admin.payment_methods')

router
  .post('/admin/settings/payment-methods/:method', [admin.PaymentSwitches, 'store'])
  .as('admin.payment_method_pages.store')
  .where('method', oneOf(PAYMENT_METHODS))
  .use(forStaffPages('settings:write'))
