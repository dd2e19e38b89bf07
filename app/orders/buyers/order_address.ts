import { appUrl } from '#config/app'
import { orderToken } from '#app/orders/buyers/order_token'

/** The page of an order on this site, for whoever has the link; in the language it was ordered in, if that is told. */
export function orderAddress(number: string, locale?: string): string {
  const asked = new URLSearchParams({ token: orderToken(number), ...(locale ? { locale } : {}) })
  return `${appUrl}/orders/${number}?${asked}`
}
