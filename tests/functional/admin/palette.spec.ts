import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { shellEntries } from '#app/platform/shell/shell'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createCustomer } from '#tests/support/customers'
import { createNumber } from '#tests/support/part_numbers'
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

  test('finds parts and customers for those who may open them, by role', async ({ assert }) => {
    await emptyCatalogue()
    const product = await createProduct()
    await createNumber(product.id, 'oe', '77 01 206 379')
    const customer = await createCustomer()
    const pages = [`/admin/products/${product.id}`, `/admin/customers/${customer.id}`]
    const withoutRight: string[] = []
    for (const role of [
      'owner',
      'counter',
      'warehouse',
      'buyer',
      'sales',
      'accountant',
      'readonly',
    ]) {
      const visitor = await loggedIn(await createStaff(role))
      const found = linksOn(await visitor.htmlOf(`/admin/palette?q=${customer.email}`))
      found.push(...linksOn(await visitor.htmlOf('/admin/palette?q=7701-206')))
      for (const page of pages) {
        const status = await visitor.statusOf(page)
        assert.equal(found.includes(page), status === 200, `${role} ${page}`)
        if (status !== 200) withoutRight.push(role)
      }
    }
    assert.isNotEmpty(withoutRight)
    await sql('delete from customers where id = $1', [customer.id])
  })

  test('says so in three languages', ({ assert }) => {
    for (const { label } of shellEntries('actions')) {
      for (const locale of ['fr', 'ar', 'en']) {
        assert.isTrue(i18nManager.locale(locale).hasMessage(label), `${locale} ${label}`)
      }
    }
  })
})
