import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPages, forPurchases } from '#start/middleware'

const { Attempts, Hints, IntentConfirmations, Intents, Returns } = controllers.payments

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
  .use(forPurchases('write'))

router
  .group(() => {
    router.get('/:id', [Returns, 'show']).as('return')
    router.post('/:id/attempts', [Attempts, 'store']).as('retry')
  })
  .prefix('/payments')
  .as('payment_pages')
  .use(forPages)
