import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { changePrice } from '#app/catalogue/prices/change_price'
import { sql } from '#app/platform/database/sql'
import { Workers } from '#app/platform/jobs/workers'
import { repeats } from '#tests/depth'
import {
  BASE,
  complaintsOf,
  inBrowser,
  isTurnOf,
  launchBrowser,
  logIn,
  logInToLook,
  violationsOf,
} from '#tests/support/browser'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { productList } from '#tests/support/imports'
import { temporaryFile } from '#tests/support/temporary_files'
import { forgetImports, ImportClient } from '#tests/support/web_imports'
import { waitUntil } from '#tests/wait_until'

/** The promise is about 10,000: the deep run brings them, the quick one enough for several batches. */
const ROWS = repeats(4_000, 10_000)
const SOME_LIST = 'sku,name,brand,price\nA1,Filtre,Bosch,20\nA2,Disque,Brembo,99\nA3,,X,-5\n'

test.group('Imports in the browser', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.setup(async () => {
    const workers = await Workers.start()
    return () => workers.stop()
  })
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    await forgetImports()
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR', acceptDownloads: true })
    return () => context.close()
  })

  test('thousands of rows with errors: columns, preview, progress, rejects, and all of it taken back', async ({
    assert,
    test: self,
  }) => {
    const known = await createProduct({ sku: 'SKU-1', price: 5_000 })
    const bad = Array.from({ length: 40 }, (_, n) => `BAD-${n},,,,,,,,,,,,`)
    const path = await temporaryFile(
      self,
      'tarif novembre.csv',
      `${productList(ROWS)}${bad.join('\n')}\n`
    )
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, 'owner')

    await page.goto(`${BASE}/admin/imports`)
    await page.getByRole('banner').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Importer un fichier' }).first().click()
    await page.getByLabel('Fournisseur').fill('Stafim')
    await page.locator('#file').setInputFiles(path)
    await page.getByRole('button', { name: 'Envoyer et voir les colonnes' }).click()

    await page.waitForURL(/\/columns$/)
    assert.equal(await page.getByLabel('oe_numbers').inputValue(), 'oe_numbers')
    await page.getByLabel('image_url').selectOption({ label: '— Ignorer —' })
    await page.getByRole('button', { name: 'Lancer l’aperçu' }).click()

    await page.getByText('Aperçu prêt').waitFor()
    assert.equal(await figure(page, 'created'), ROWS - 1)
    assert.equal(await figure(page, 'rejected'), 40)
    await page.getByText('1 prix change de plus de 20').waitFor()
    await page.getByRole('button', { name: 'Importer maintenant' }).click()
    await page.getByText('Cochez la case pour confirmer').waitFor()
    await page.getByLabel('1 prix change de plus de 30').check()
    await page.getByRole('button', { name: 'Importer maintenant' }).click()
    await page.getByText('Vous pouvez quitter cette page').waitFor()
    const address = page.url()

    await page.goto(`${BASE}/admin`)
    await page.goto(address)
    await page.getByText('Import terminé').waitFor()
    assert.equal(await figure(page, 'created'), ROWS - 1)
    assert.equal(await figure(page, 'updated'), 1)
    assert.equal(await figure(page, 'rejected'), 40)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger les rejets' }).click(),
    ])
    const rejects = await readFile(await download.path(), 'utf8')
    assert.lengthOf(rejects.trim().split('\n'), 41)
    assert.include(rejects, 'BAD-39')

    await changePrice(known.id, 7_000, { actor: 'staff:1', source: 'ui', reason: 'au comptoir' })
    await page.getByRole('button', { name: 'Défaire tout l’import' }).click()
    await page.getByRole('button', { name: 'Défaire l’import', exact: true }).click()
    await page.getByText('Import défait').waitFor()
    await page.getByText('1 valeur a été modifiée depuis').waitFor()
    assert.isTrue(await page.getByRole('cell', { name: '7,000' }).isVisible())
    assert.deepEqual(await sql('select sku, price from products'), [{ sku: 'SKU-1', price: 7_000 }])
    assert.deepEqual(complaints, [])
  })

  test('works without JavaScript: every step is a form, progress a link', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'liste.csv', SOME_LIST)
    const browser = await launchBrowser()
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
    const page = await plain.newPage()
    await logIn(page, 'owner')
    await page.goto(`${BASE}/admin/imports/new`)
    await page.locator('#file').setInputFiles(path)
    await page.getByRole('button', { name: 'Envoyer et voir les colonnes' }).click()
    await page.getByRole('button', { name: 'Lancer l’aperçu' }).click()
    await reloadUntil(page, 'Aperçu prêt')
    await page.getByRole('button', { name: 'Importer maintenant' }).click()
    await reloadUntil(page, 'Import terminé')
    assert.equal(await page.getByRole('button', { name: 'Défaire tout l’import' }).count(), 1)
    await page.getByRole('button', { name: 'Défaire tout l’import' }).click()
    await reloadUntil(page, 'Import défait')
    await plain.close()
  })

  test('a file that is no list is refused in words, and so is one that is too large', async ({
    test: self,
  }) => {
    const page = await context.newPage()
    await logIn(page, 'owner')
    await page.goto(`${BASE}/admin/imports/new`)
    await page.locator('#file').setInputFiles(await temporaryFile(self, 'x.csv', '%PDF-1.7 xx'))
    await page.getByRole('button', { name: 'Envoyer et voir les colonnes' }).click()
    await page.getByRole('alert').filter({ hasText: 'c’est un PDF' }).waitFor()

    const large = await temporaryFile(self, 'gros.csv', Buffer.alloc(51 * 1024 * 1024, 'x'))
    await page.locator('#file').setInputFiles(large)
    await page.getByRole('button', { name: 'Envoyer et voir les colonnes' }).click()
    await page.getByRole('alert').filter({ hasText: 'dépasse 50 Mo' }).waitFor()
  })

  const LOCALES = ['fr', 'ar', 'en']
  for (const locale of LOCALES) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      await createProduct({ sku: 'A1', price: 10_000 })
      const imports = await ImportClient.of('owner')
      const checked = await imports.importing(SOME_LIST, { dryRun: '1' }, 'checked')
      const done = await imports.importing(SOME_LIST.replace('20\n', '21\n'))
      const [product] = await sql<{ id: number }>(`select id from products where sku = 'A2'`)
      await changePrice(product.id, 7_000, { actor: 'staff:1', source: 'ui', reason: 'test' })
      await logInToLook(context, locale)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      let looks = 0
      const assertTidy = async (what: string) =>
        assert.deepEqual(await violationsOf(page, isTurnOf(locale, looks++, LOCALES)), [], what)
      await page.goto(`${BASE}/admin/imports/${done.id}`)
      await page.locator('[data-opens=rollback]').click()
      await assertTidy('with the dialog open')
      await page.keyboard.press('Escape')
      await imports.move(done.id, 'rollback')
      await imports.until(done.id, 'rolled_back')
      await sql(
        `insert into import_runs (entity, file_name, file_hash, upload, state, rows_staged, rows_applied, actor)
         values ('products', 'en cours.csv', 'x', gen_random_uuid(), 'applying', 100, 40, 'command'),
           ('products', 'rate.csv', 'y', gen_random_uuid(), 'failed', 100, 40, 'command')`
      )
      const runs = await sql<{ id: number }>('select id from import_runs order by id')
      const pages = ['', '/new', `/${checked.id}/columns`, ...runs.map(({ id }) => `/${id}`)]
      for (const path of pages) {
        await page.goto(`${BASE}/admin/imports${path}`)
        await assertTidy(path)
      }
      assert.deepEqual(complaints, [])
    })
  }
})

async function figure(page: Page, name: string): Promise<number> {
  const text = await page.locator(`[data-count=${name}]`).textContent()
  return Number(text?.replace(/\D/g, ''))
}

async function reloadUntil(page: Page, text: string) {
  await waitUntil(`the page to say ${text}`, async () => {
    if (await page.getByText(text).first().isVisible()) return true
    await page.waitForTimeout(500)
    await page.getByRole('link', { name: 'Actualiser' }).click()
    return false
  })
}
