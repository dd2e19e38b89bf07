import i18nManager from '@adonisjs/i18n/services/main'
import { whatsAppLink } from '#app/tunisia/whatsapp_link'

type ToConfirm = { number: string; locale: string; fullName: string | null; phone: string | null }

/** Opens WhatsApp with the question whether an order is meant, in the language of its buyer; null without a telephone. */
export function whatsAppToConfirm({ phone, locale, ...order }: ToConfirm): string | null {
  if (!phone) return null
  return whatsAppLink(phone, i18nManager.locale(locale).t('orders.whatsapp_confirm', order))
}
