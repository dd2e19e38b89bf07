import type { HttpContext } from '@adonisjs/core/http'

export const LOCALES = ['fr', 'ar', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The language of an answer: `?locale=`, else what the client accepts, else French. */
export const localeOf = (ctx: HttpContext): Locale =>
  askedLocale(ctx) ?? (ctx.request.language([...LOCALES]) as Locale | null) ?? 'fr'

/** The language that the address asks for; `ar-TN` is Arabic. */
export function askedLocale({ request }: HttpContext): Locale | undefined {
  const [asked] = String(request.qs().locale).split('-')
  return LOCALES.find((locale) => locale === asked)
}

/**
 * The text in the reader's language; catalogue texts exist in French, mostly in Arabic, and a few in
 * English.
 */
export function inLocale<T extends string | null>(
  locale: Locale,
  fr: T,
  ar: string | null,
  en: string | null = null
): T | string {
  return (locale === 'ar' && ar) || (locale === 'en' && en) || fr
}
