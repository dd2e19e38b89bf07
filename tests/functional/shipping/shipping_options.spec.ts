import { test } from '@japa/runner'
import { shippingOptionsQuery } from '#app/shipping/shipping_options_query'
import { GOVERNORATES } from '#app/tunisia/governorates'

test.group('Shipping', () => {
  test('every governorate is delivered to, and may fetch from the shop', async ({ assert }) => {
    for (const { code } of GOVERNORATES) {
      const options = await shippingOptionsQuery(code)
      assert.deepEqual(
        options.map((option) => option.code),
        ['home', 'pickup'],
        code
      )
      assert.isAbove(options[0].price, 0)
      assert.equal(options[1].price, 0)
    }
  })

  test('elsewhere nothing is offered', async ({ assert }) => {
    assert.deepEqual(await shippingOptionsQuery('TN-99'), [])
  })
})
