import { RequestValidator } from '@adonisjs/core/http'
import { SimpleMessagesProvider } from '@vinejs/vine'

const untranslated = new SimpleMessagesProvider({})

/** Pages tell people what is wrong in their language (`validator.json` of each), the API in English. */
RequestValidator.messagesProvider = (ctx) =>
  'i18n' in ctx ? ctx.i18n.createMessagesProvider() : untranslated
