import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { wordingOf } from '#app/imports/runs/import_wording'

test.group('Words of imports', () => {
  test('what was noticed on the way is told in the language of the page', ({ assert }) => {
    const french = wordingOf(i18nManager.locale('fr'))
    assert.match(french.reason('12 rows without SKU got one'), /^Sans référence interne.*: 12$/)
    assert.include(
      french.reason('a price in EUR was taken as dinars (3 ×, such as «12 €»)'),
      'Prix en EUR'
    )
    assert.equal(french.reason('something new'), 'something new')
  })
})
