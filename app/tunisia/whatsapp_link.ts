/** Opens WhatsApp with a message to a telephone, in E.164, that somebody still has to send. */
export const whatsAppLink = (phone: string, text: string) =>
  `https://wa.me/${phone.replace('+', '')}?text=${encodeURIComponent(text)}`
