import { inLocale, type Locale } from '#app/platform/http/locale'
import { findDelegation, findGovernorate } from '#app/tunisia/governorates'

/** What a governorate is called in a language, by its code; whatever we do not know stays as it is written. */
export function governorateName(code: string | null | undefined, locale: Locale): string {
  const place = findGovernorate(code ?? '')
  return place ? inLocale(locale, place.nameFr, place.nameAr) : (code ?? '')
}

/**
 * What a delegation is called in a language, by its French name and the code of its governorate. A place that
 * is none, such as a quarter somebody wrote, stays as it is written.
 */
export function delegationName(
  name: string | null | undefined,
  governorate: string | null | undefined,
  locale: Locale
): string {
  const known = findGovernorate(governorate ?? '')
  const place = known && findDelegation(known, name ?? '')
  return place ? inLocale(locale, place.nameFr, place.nameAr) : (name ?? '')
}
