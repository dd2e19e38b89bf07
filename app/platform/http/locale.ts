import type { HttpContext } from '@adonisjs/core/http'

export const LOCALES = ['fr', 'ar', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The language of an answer: `?locale=`, else what the client accepts, else French. */
export function localeOf({ request }: HttpContext): Locale {
  const asked = request.qs().locale
  if (LOCALES.includes(asked)) return asked
  return (request.language([...LOCALES]) as Locale | null) ?? 'fr'
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
