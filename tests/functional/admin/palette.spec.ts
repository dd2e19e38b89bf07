import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { shellEntries } from '#app/platform/shell/shell'
import { createStaff } from '#tests/support/staff'
import { loggedIn, ownersBrowser } from '#tests/support/web_visitor'

const linksOn = (html: string) =>
  [...html.matchAll(/role="option" href="([^"]+)"/g)].map(([, href]) => href)

test.group('The palette', () => {
  test('offers what can be begun, to those who may', async ({ assert }) => {
    const owner = await ownersBrowser()
    const ask = (words: string, visitor = owner) =>
      visitor.htmlOf(`/admin/palette?q=${encodeURIComponent(words)}&locale=fr`)
    const found = async (words: string) => linksOn(await ask(words))
    assert.include(await found('nouveau devis'), '/admin/quotes/new')
    assert.include(await found('comptoir'), '/admin/quotes/new')
    assert.include(await found('ajouter un produit'), '/admin/products/new')
    assert.include(await found('importer'), '/admin/imports/new')
    assert.include(await ask('importer'), '>Actions</h2>')
    const reader = await loggedIn(await createStaff('readonly'))
    const all = linksOn(await ask('', reader))
    assert.isAbove(all.length, 1)
    assert.isEmpty(all.filter((href) => href.endsWith('/new')))
  })

  test('leads nowhere that is shut to those whom it leads there', async ({ assert }) => {
    for (const role of ['owner', 'counter', 'buyer']) {
      const visitor = await loggedIn(await createStaff(role))
      const links = linksOn(await visitor.htmlOf('/admin/palette?q='))
      for (const href of links) assert.equal(await visitor.statusOf(href), 200, `${role} ${href}`)
    }
  })

  test('says so in three languages', ({ assert }) => {
    for (const { label } of shellEntries('actions')) {
      for (const locale of ['fr', 'ar', 'en']) {
        assert.isTrue(i18nManager.locale(locale).hasMessage(label), `${locale} ${label}`)
      }
    }
  })
})
