import app from '@adonisjs/core/services/app'
import { formatters } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { messageFormatter } from '#app/platform/text/message_formatter'

test.group('Messages', () => {
  test('what is taken as it stands is what ICU would make of it', async ({ assert }) => {
    const config = { defaultLocale: 'fr', formatter: () => ours, loaders: [] }
    const icu = (await formatters.icu().resolver(app))(config)
    const ours = (await messageFormatter.resolver(app))(config)
    let plain = 0
    for (const [locale, messages] of Object.entries(i18nManager.getTranslations())) {
      for (const message of Object.values(messages)) {
        if (/[{}]/.test(message)) continue
        assert.equal(ours.format(message, locale), icu.format(message, locale))
        plain += 1
      }
    }
    assert.isAbove(plain, 3_000)
  })

  test('what is to be filled in is filled in', async ({ assert }) => {
    const i18n = i18nManager.locale('fr')
    const format = (message: string, data: object) => i18n.formatRawMessage(message, { ...data })
    assert.equal(format('{n, plural, one {# pièce} other {# pièces}}', { n: 2 }), '2 pièces')
    assert.equal(format("l''huile", {}), "l'huile")
    assert.equal(format('<b>#1</b> | 5 %', {}), '<b>#1</b> | 5 %')
  })
})
