import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { forPurchases } from '#start/middleware'

const { Checkouts, Completions, ShippingAddresses, ShippingOptions } = controllers.checkout
const reads = forPurchases('read')
const writes = forPurchases('write')

router
  .group(() => {
    router.post('/', [Checkouts, 'store']).as('store').use(writes)
    router.get('/:id', [Checkouts, 'show']).as('show').use(reads)
    router.put('/:id/shipping-address', [ShippingAddresses, 'update']).as('address').use(writes)
    router.get('/:id/shipping-options', [ShippingOptions, 'index']).as('options').use(reads)
    router.put('/:id/shipping-option', [ShippingOptions, 'update']).as('option').use(writes)
    router.post('/:id/complete', [Completions, 'store']).as('complete').use(writes)
  })
  .prefix('/api/v1/checkout/sessions')
  .as('checkout')
