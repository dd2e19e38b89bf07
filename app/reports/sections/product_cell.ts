import type { I18n } from '@adonisjs/i18n'
import { inLocale, type Locale } from '#app/platform/http/locale'
import type { ReportCell } from '#app/platform/shell/shell'

/** A product in a table of a report: its name in the reader's language, its SKU below. */
export function productCell(
  { sku, name, nameAr }: { sku: string; name: string; nameAr: string | null },
  { locale }: I18n
): ReportCell {
  return { text: inLocale(locale as Locale, name, nameAr), detail: sku }
}
