import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import {
  BASE,
  inBrowser,
  isTurnOf,
  complaintsOf,
  launchBrowser,
  logIn,
  logInToLook,
  violationsOf,
} from '#tests/support/browser'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
  seeChanges,
} from '#tests/support/catalogue'
import { brokenRules } from '#tests/support/axe'
import { createStaff, PASSWORD } from '#tests/support/staff'
import { createNumber } from '#tests/support/part_numbers'

test.group('Products in the browser', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })

  test('a product is made in the form and sold in the shop', async ({ assert }) => {
    await createBrand('TRW')
    await createCategory('freinage')
    await seeChanges()
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, 'counter')

    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.waitForURL(`${BASE}/admin/products`)
    await page.getByRole('link', { name: 'Ajouter un produit' }).click()
    await page.getByLabel('Nom du produit').fill('Plaquettes de frein avant')
    await page.getByLabel('SKU').fill('TRW-GDB1330')
    await page.getByLabel('Prix TTC').fill('89,9')
    await page.getByLabel('Statut').selectOption('active')
    await page.getByLabel('Catégorie').selectOption('freinage')
    await page.keyboard.press('Control+s')
    await page.getByText('Produit TRW-GDB1330 créé.').waitFor()

    await seeChanges()
    const shown = await page.request.get(
      `${BASE}/api/v1/products/plaquettes-de-frein-avant-trw-gdb1330`
    )
    const { data } = (await shown.json()) as { data: { price: { amount: number } } }
    assert.equal(data.price.amount, 89_900)
    assert.deepEqual(complaints, [])
  })

  test('nobody leaves a changed form by accident', async () => {
    const product = await createProduct()
    const page = await context.newPage()
    await logIn(page, 'counter')
    await page.goto(`${BASE}/admin/products/${product.id}`)
    await page.getByLabel('Nom du produit').fill('Autre nom')
    await page.getByRole('link', { name: 'Tableau de bord' }).click()
    await page.getByRole('dialog').getByText('Quitter sans enregistrer ?').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Produit enregistré.').waitFor()
  })

  test('the palette finds a part by its OE number, by keyboard alone', async ({ assert }) => {
    const product = await createProduct({ nameFr: 'Filtre à huile' })
    await createNumber(product.id, 'oe', '77 01 206 379')
    const page = await context.newPage()
    await logIn(page, 'sales')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('7701-206')
    await page.getByRole('option', { name: 'Filtre à huile' }).waitFor()
    assert.deepEqual(await violationsOf(page), [], 'with the palette open')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${BASE}/admin/products/${product.id}`)
    await page.getByRole('heading', { level: 1, name: 'Filtre à huile' }).waitFor()
  })

  test('rows are picked by keys, prices changed after a look', async ({ assert }) => {
    for (const sku of ['A', 'B', 'C']) await createProduct({ sku, nameFr: sku, price: 10_000 })
    const page = await context.newPage()
    await logIn(page, 'buyer')
    await page.goto(`${BASE}/admin/products?sort=sku`)
    for (const key of ['j', 'x', 'j', 'j', 'k', 'x']) await page.keyboard.press(key)
    await page
      .getByRole('region', { name: 'Actions groupées' })
      .getByText('2', { exact: true })
      .waitFor()
    await page.getByRole('button', { name: 'Modifier les prix' }).click()
    await page.getByLabel('Variation en %').fill('10')
    await page.getByRole('button', { name: 'Voir l’effet' }).click()
    await page.getByText('11,000').first().waitFor()
    assert.deepEqual(await violationsOf(page), [])
    await page.getByRole('button', { name: 'Modifier 2 produits' }).click()
    await page.getByText('2 produits modifiés.').waitFor()
    const rows = await sql('select sku, price from products order by sku')
    assert.deepEqual(rows, [
      { sku: 'A', price: 11_000 },
      { sku: 'B', price: 11_000 },
      { sku: 'C', price: 10_000 },
    ])
  })

  test('letters are keys until somebody switches them off', async ({ assert }) => {
    await createProduct()
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, 'counter')
    const list = `${BASE}/admin/products`
    await page.goto(list)
    await page.keyboard.press('/')
    await page.keyboard.type('j?x')
    assert.equal(await page.getByRole('searchbox', { name: 'Nom, SKU' }).inputValue(), 'j?x')
    await page.goto(list)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Raccourcis clavier' })
    const letters = help.getByLabel('Raccourcis d’une seule lettre')
    await letters.uncheck()
    await page.keyboard.press('Escape')

    await page.goto(list)
    for (const key of ['j', 'x', '?', 'g', 't']) await page.keyboard.press(key)
    assert.equal(await page.locator('tbody .box:checked').count(), 0)
    assert.equal(await help.count(), 0)
    await page.keyboard.press('Control+k')
    await page.locator('.palette[open]').waitFor()
    assert.equal(page.url(), list)

    await page.goto(`${BASE}/admin/account`)
    await page.getByRole('button', { name: 'Raccourcis clavier' }).click()
    assert.isFalse(await letters.isChecked())
    await letters.check()
    await page.goto(list)
    for (const key of ['j', 'x']) await page.keyboard.press(key)
    assert.equal(await page.locator('tbody .box:checked').count(), 1)
    assert.deepEqual(complaints, [])
  })

  test('prices of a whole filtered list are changed after a look, and taken back', async ({
    assert,
  }) => {
    const bosch = await createBrand('Bosch')
    for (let n = 0; n < 55; n++) {
      await createProduct({ sku: `B${100 + n}`, price: 10_000, brand: bosch })
    }
    await createProduct({ sku: 'OTHER', price: 10_000 })
    await seeChanges()
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, 'buyer')
    await page.goto(`${BASE}/admin/products?brand=bosch`)
    await page.getByLabel('Sélectionner toute la page').check()
    await page.getByLabel('Toute la liste (55)').check()
    await page.getByRole('button', { name: 'Modifier les prix' }).click()
    await page.getByLabel('Variation en %').fill('10')
    await page.getByRole('button', { name: 'Voir l’effet' }).click()
    await page.getByRole('button', { name: 'Modifier 55 produits' }).click()
    await page.getByText('55 produits modifiés.').waitFor()
    assert.deepEqual(await pricesAndCounts(), { 10_000: 1, 11_000: 55 })
    await page.getByRole('button', { name: 'Annuler cette modification' }).click()
    await page.getByText('Modification annulée.').waitFor()
    assert.deepEqual(await pricesAndCounts(), { 10_000: 56 })
    assert.deepEqual(complaints, [])
  })

  test('a palette that gets no answer says so', async ({ assert }) => {
    const page = await context.newPage()
    await logIn(page, 'sales')
    const thrown: string[] = []
    page.on('pageerror', (error) => thrown.push(String(error)))
    await page.route('**/admin/palette?*', (route) => route.abort())
    await page.keyboard.press('Control+k')
    await page.getByText('La recherche ne répond pas').waitFor()
    assert.deepEqual(await brokenRules(page), [])
    await page.unroute('**/admin/palette?*')
    await sql('delete from sessions')
    const sentAway = page.waitForResponse(/admin\/login/)
    await page.keyboard.type('filtre')
    await sentAway
    await page.getByText('La recherche ne répond pas').waitFor()
    assert.equal(await page.getByLabel('Mot de passe').count(), 0, 'no login page in the palette')
    assert.deepEqual(thrown, [])
  })

  test('progress whose reader is logged out leads to the login, and back', async () => {
    const [{ id }] = await sql<{ id: number }>(
      `insert into bulk_edits (product_ids, change, state, total, actor)
       values ('{}', '{"kind": "price_percent", "value": 5}', 'running', 600, 'test') returning id`
    )
    const page = await context.newPage()
    const member = await createStaff('buyer')
    await logIn(page, member)
    await page.goto(`${BASE}/admin/bulk-edits/${id}`)
    await sql('delete from sessions')
    await page.waitForURL(`${BASE}/admin/login`)
    await page.getByText('vous reviendrez à la page demandée').waitFor()
    await page.getByLabel('Adresse e-mail').fill(member.email)
    await page.getByLabel('Mot de passe').fill(PASSWORD)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.waitForURL(`${BASE}/admin/bulk-edits/${id}`)
  })

  test('a status is changed where it stands in the list', async ({ assert }) => {
    const product = await createProduct({ nameFr: 'Filtre' })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, 'counter')
    await page.goto(`${BASE}/admin/products`)
    await page.getByLabel(`Statut de ${product.sku}`).selectOption('archived')
    await page.getByText('est archivé').waitFor()
    const rows = await sql('select status from products')
    assert.deepEqual(rows, [{ status: 'archived' }])
    assert.deepEqual(complaints, [])
  })

  test('a view keeps its filters', async ({ assert }) => {
    const bosch = await createBrand('Bosch')
    await createProduct({ nameFr: 'Bougie Bosch', brand: bosch })
    await createProduct({ nameFr: 'Autre' })
    await seeChanges()
    const page = await context.newPage()
    await logIn(page, 'counter')
    await page.goto(`${BASE}/admin/products`)
    await page.locator('summary', { hasText: 'Marque' }).click()
    await page.getByRole('radio', { name: 'Bosch' }).check()
    await page.locator('details[open]').getByRole('button', { name: 'Appliquer' }).click()
    await page.waitForURL(/brand=bosch/)
    await page.getByText('Enregistrer la vue').click()
    await page.getByLabel('Nom de la vue').fill('Mes Bosch')
    await page.locator('details[open]').getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Vue « Mes Bosch » enregistrée.').waitFor()
    await page.goto(`${BASE}/admin/products`)
    await page.getByRole('link', { name: 'Mes Bosch' }).click()
    await page.waitForURL(/saved=/)
    await page.getByRole('link', { name: 'Bougie Bosch' }).waitFor()
    assert.equal(await page.getByRole('link', { name: 'Autre' }).count(), 0)
  })

  test('lists and forms work without JavaScript', async ({ assert }) => {
    const product = await createProduct({ nameFr: 'Filtre' })
    const browser = await launchBrowser()
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
    const page = await plain.newPage()
    await logIn(page, 'counter')
    await page.goto(`${BASE}/admin/products`)
    await page.getByRole('searchbox', { name: 'Nom, SKU ou numéro OE' }).fill('filtre')
    await page.keyboard.press('Enter')
    await page.getByLabel(`Statut de ${product.sku}`).selectOption('draft')
    await page.getByRole('row').getByRole('button', { name: 'Appliquer' }).click()
    await page.getByText('est un brouillon').waitFor()
    await page.getByRole('link', { name: 'Filtre', exact: true }).click()
    await page.getByLabel('Nom du produit').fill('Filtre à air')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Produit enregistré.').waitFor()
    await page.getByRole('searchbox', { name: 'Rechercher partout' }).fill('filtre')
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Filtre à air' }).click()
    assert.equal(page.url(), `${BASE}/admin/products/${product.id}`)
    await plain.close()
  })

  test('who may only read sees no button that writes', async ({ assert }) => {
    const product = await createProduct()
    const page = await context.newPage()
    await logIn(page, 'readonly')
    await page.goto(`${BASE}/admin/products/${product.id}`)
    assert.equal(await page.getByRole('button', { name: 'Enregistrer' }).count(), 0)
    assert.equal(await page.getByRole('button', { name: 'Archiver' }).count(), 0)
    const refused = await page.goto(`${BASE}/admin/products/new`)
    assert.equal(refused?.status(), 403)
  })

  for (const locale of ['fr', 'ar']) {
    test(`every page of products is accessible, tidy and quiet in ${locale}`, async ({
      assert,
    }) => {
      const category = await createCategory('freinage', 'الفرامل')
      const product = await createProduct({ category, nameAr: 'فحمات الفرامل', stock: 0 })
      await createNumber(product.id, 'oe', '7701206379', 'Renault')
      await sql('update products set price = price + 100 where id = $1', [product.id])
      await seeChanges()
      await logInToLook(context, locale)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      let looks = 0
      const isTurn = () => isTurnOf(locale, looks++)
      const sheet = `/admin/products/${product.id}`
      const paths = [
        '',
        '/new',
        '?q=nothing',
        `/${product.id}`,
        `/${product.id}/price-history`,
        `/${product.id}/as-customer`,
      ]
      for (const path of [
        ...paths.map((each) => `/admin/products${each}`),
        `/admin/products/${product.id}/history`,
        ...['/admin/brands/new', '/admin/categories/new', '/admin/words/new'],
        '/admin/bulk-edits',
        '/admin/_components',
      ]) {
        await page.goto(`${BASE}${path}`)
        assert.deepEqual(await violationsOf(page, isTurn()), [], path)
      }
      await page.goto(`${BASE}/admin/products`)
      await page.setViewportSize({ width: 1440, height: 900 })
      for (const summary of await page.locator('details.filter > summary').all()) {
        await summary.click()
        if (isTurn()) assert.deepEqual(await brokenRules(page), [], await summary.innerText())
        await page.keyboard.press('Escape')
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.locator('tbody .box').first().check()
      assert.deepEqual(await violationsOf(page, isTurn()), [], 'with a row picked')
      await page.goto(`${BASE}${sheet}`)
      await page.keyboard.press('?')
      assert.deepEqual(await violationsOf(page, isTurn()), [], 'with the keys shown')
      assert.deepEqual(complaints, [])
    })
  }
})

/** How many products have which price. */
async function pricesAndCounts(): Promise<Record<number, number>> {
  const rows = await sql<{ price: number; count: number }>(
    'select price, count(*)::int as count from products group by price'
  )
  return Object.fromEntries(rows.map(({ price, count }) => [price, count]))
}
