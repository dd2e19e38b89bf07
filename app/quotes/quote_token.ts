import { numberTokens } from '#app/platform/http/number_token'

/** What opens a quote for whoever asked for it. */
export const { sign: quoteToken, opens: opensQuote } = numberTokens('quote')
