import i18nManager from '@adonisjs/i18n/services/main'

/** A text of `resources/lang` in both languages of a document that is written down for good. */
export const inBoth = (key: string, data?: Record<string, unknown>) => ({
  nameFr: i18nManager.locale('fr').t(key, data),
  nameAr: i18nManager.locale('ar').t(key, data),
})
