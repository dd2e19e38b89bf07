import { numberTokens } from '#app/platform/http/number_token'

/** What opens the page of an order for whoever placed it. */
export const { sign: orderToken, opens: opensOrder } = numberTokens('order')
