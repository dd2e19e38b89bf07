import app from '@adonisjs/core/services/app'
import { defineConfig, loaders } from '@adonisjs/i18n'
import { messageFormatter } from '#app/platform/text/message_formatter'

export default defineConfig({
  defaultLocale: 'fr',
  supportedLocales: ['fr', 'ar', 'en'],
  formatter: messageFormatter,
  loaders: [loaders.fs({ location: app.languageFilesPath() })],
})
