import type { I18n } from '@adonisjs/i18n'
import { scaled } from '#app/money/scaled'
import { amountInArabic } from '#app/invoicing/amount_in_arabic'
import { amountInFrench } from '#app/invoicing/amount_in_french'
import type { Invoice } from '#app/invoicing/invoice'

/** What a document on paper shows, with the ways to its PDF and back. */
export function invoicePage(invoice: Invoice, i18n: I18n, ways: { back: string; pdf: string }) {
  const inWords = i18n.locale === 'ar' ? amountInArabic : amountInFrench
  return { invoice, words: inWords(invoice.total), netOf: scaled, ...ways }
}
