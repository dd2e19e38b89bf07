import i18nManager from '@adonisjs/i18n/services/main'
import { dinars } from '#app/money/dinars'
import type { Locale } from '#app/platform/http/locale'

/** Millimes as people read a price: `88,500 DT`. */
export const priceText = (millimes: number, locale: Locale): string =>
  `${dinars(millimes)} ${i18nManager.locale(locale).t('money.unit')}`
