import i18nManager from '@adonisjs/i18n/services/main'
import { appUrl } from '#config/app'
import env from '#start/env'
import { dinars } from '#app/money/dinars'
import type { Quote } from '#app/quotes/quote'
import { quoteToken } from '#app/quotes/quote_token'
import { whatsAppLink } from '#app/tunisia/whatsapp_link'

/** Browsers and WhatsApp cut longer addresses. */
const LONGEST = 2_000

/** The page where a quote is seen and accepted by whoever has the link. */
export const quoteAddress = (number: string) =>
  `${appUrl}/quotes/${number}?token=${encodeURIComponent(quoteToken(number))}`

/**
 * Opens WhatsApp with the quote as a message to the shop (or to whomever the buyer chooses, when the shop
 * has set no number). Names as many parts as fit into an address of 2,000 characters.
 */
export function whatsAppOfBuyer(quote: Quote): string {
  const parts = quote.lines.map(({ sku, quantity }) => `${quantity} × ${sku}`)
  for (let shown = parts.length; shown > 0; shown--) {
    const link = whatsAppLink(env.get('WHATSAPP_NUMBER') ?? '', message(quote, parts, shown))
    if (link.length < LONGEST) return link
  }
  return whatsAppLink(env.get('WHATSAPP_NUMBER') ?? '', message(quote, parts, 0))
}

/** Opens WhatsApp with a message of the shop to the buyer: where to accept. */
export function whatsAppToBuyer(quote: Quote): string | null {
  if (!quote.contact) return null
  const { number, locale, contact } = quote
  const words = i18nManager.locale(locale)
  const values = { name: contact.fullName, number, link: quoteAddress(number) }
  return whatsAppLink(contact.phone, words.t('quotes.message_to_buyer', values))
}

function message({ number, vehicle, total, locale }: Quote, parts: string[], shown: number) {
  const words = i18nManager.locale(locale)
  const left = parts.length - shown
  return [
    words.t('quotes.message', { number }),
    ...parts.slice(0, shown),
    ...(left > 0 ? [words.t('quotes.message_more', { count: left })] : []),
    ...(vehicle ? [words.t('quotes.message_vehicle', { vehicle })] : []),
    words.t('quotes.message_total', { total: dinars(total), unit: words.t('money.unit') }),
    quoteAddress(number),
  ].join('\n')
}
