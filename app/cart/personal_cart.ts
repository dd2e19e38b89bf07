import { cartQuery } from '#app/cart/cart_query'
import { keepsPersonalData } from '#app/customers/personal_data'

keepsPersonalData({
  key: 'cart',
  async of(customerId) {
    const cart = await cartQuery({ customerId })
    return cart?.lines.map(({ sku, quantity, vehicleTypeId }) => ({
      ...{ sku, quantity, vehicle: vehicleTypeId },
    }))
  },
})
