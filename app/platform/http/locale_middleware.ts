import type { HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import type { NextFn } from '@adonisjs/core/types/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { actorInWords } from '#app/platform/audit/actor_in_words'
import { askedLocale, inLocale, LOCALES, type Locale, localeOf } from '#app/platform/http/locale'

const YEAR = 31_536_000

/** What has a name in more than one language; what is called the same in French and English has one `name`. */
type Named = { nameFr?: string; name?: string; nameAr: string | null; nameEn?: string | null }

/** Pages come in this language from now on. */
export const rememberLocale = ({ response }: HttpContext, locale: Locale) =>
  response.plainCookie('locale', locale, { encode: false, maxAge: YEAR, httpOnly: false })

/** The same page in another language, with whatever else its address says: a token may be what opens it. */
function inLanguage({ request }: HttpContext, language: Locale): string {
  const asked = new URLSearchParams(request.parsedUrl.query ?? '')
  asked.set('locale', language)
  return `${request.url()}?${asked}`
}

/** The language, direction and theme of a page: asked for, remembered, or as the browser likes it. */
export default class LocaleMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request, view } = ctx
    const asked = askedLocale(ctx)
    const locale = asked ?? remembered(ctx) ?? localeOf(ctx)
    if (asked) rememberLocale(ctx, asked)
    const i18n = i18nManager.locale(locale)
    ctx.i18n = i18n
    const theme = request.plainCookie('theme', undefined, false)
    view.share({
      locale,
      dir: locale === 'ar' ? 'rtl' : 'ltr',
      theme: theme === 'dark' || theme === 'light' ? theme : null,
      t: (key: string, data?: Record<string, unknown>, otherwise?: string) =>
        i18n.t(key, data, otherwise),
      named: (thing: Named) =>
        inLocale(locale, thing.nameFr ?? thing.name ?? '', thing.nameAr, thing.nameEn),
      actorInWords: (actor: string) => actorInWords(actor, i18n),
      path: request.url(),
      inLanguage: (language: Locale) => inLanguage(ctx, language),
    })
    return next()
  }
}

function remembered({ request }: HttpContext): Locale | undefined {
  const locale = request.plainCookie('locale', undefined, false)
  return LOCALES.find((one) => one === locale)
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The texts of a page in the language of its reader; the API has none. */
    i18n: I18n
  }
}
