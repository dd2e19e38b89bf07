import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { whatFollows } from '#app/orders/buyers/what_follows'
import { DELIVERY_STATES, ORDER_STATES, PAYMENT_STATES, type Order } from '#app/orders/order_state'
import { LOCALES } from '#app/platform/http/locale'

const orderThat = (is: Partial<Order>) => ({
  ...{ number: 'SAP-2026-000123', version: 1, lines: [], subtotal: 0, discount: 0, tax: 0 },
  ...{ shipping: 0, total: 12_500, governorate: 'TN-61', locale: 'fr', stateSince: new Date() },
  ...{ state: 'placed' as const, paymentState: 'due' as const, deliveryState: 'pending' as const },
  ...{ paymentMethod: 'cod', shippingOption: 'home', placedAt: new Date() },
  ...is,
})

const told = (is: Partial<Order>) => whatFollows(orderThat(is), i18nManager.locale('fr')).join(' ')

test.group('What follows', () => {
  test('is told of every order there may be, in every language', ({ assert }) => {
    for (const locale of LOCALES) {
      for (const state of ORDER_STATES) {
        for (const paymentState of PAYMENT_STATES) {
          for (const deliveryState of DELIVERY_STATES) {
            for (const paymentMethod of ['cod', 'transfer', 'konnect']) {
              const order = orderThat({ state, paymentState, deliveryState, paymentMethod })
              const sentences = whatFollows(order, i18nManager.locale(locale))
              assert.isNotEmpty(sentences)
              assert.notInclude(sentences.join(), 'translation missing')
            }
          }
        }
      }
    }
  })

  test('what was paid for an order that is over comes back', ({ assert }) => {
    const over = { state: 'cancelled', deliveryState: 'void' } as const
    assert.include(told({ ...over, paymentState: 'paid' }), 'vous est remboursé')
    assert.notInclude(told({ ...over, paymentState: 'void' }), 'remboursé')
    const back = { state: 'cancelled', deliveryState: 'returned', paymentState: 'paid' } as const
    assert.match(told(back), /revenues à la boutique.*vous est remboursé/)
  })

  test('nobody is called once the order is confirmed, nor asked for money that has come', ({
    assert,
  }) => {
    assert.include(told({}), 'Nous vous appelons')
    assert.notInclude(told({ state: 'confirmed' }), 'Nous vous appelons')
    const sent = { state: 'confirmed', deliveryState: 'shipped' } as const
    assert.match(told(sent), /en route.*au livreur/)
    assert.notInclude(told({ ...sent, paymentState: 'paid' }), 'au livreur')
    assert.include(told({ ...sent, deliveryState: 'partially_shipped' }), 'le reste suit')
  })
})
