import { PICKUP } from '#app/shipping/shipping_options_query'

/** The text of how an order is paid: whoever collects it pays at the counter, nobody delivers anything. */
export const methodTextOf = (paymentMethod: string, shippingOption: string) =>
  paymentMethod === 'cod' && shippingOption === PICKUP
    ? 'orders.method_cod_pickup'
    : `orders.method_${paymentMethod}`
