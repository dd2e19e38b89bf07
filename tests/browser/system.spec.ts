import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { lastingPath } from '#app/platform/project_root'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { KeptMailTransport } from '#app/platform/mail/kept_mail_transport'
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
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createDeadJob } from '#tests/support/jobs'

/** What `every_page.spec.ts` does not see: other states than those of a shop in order. */
const PAGES = [
  '/admin',
  '/admin/jobs',
  '/admin/jobs?state=waiting',
  '/admin/reports/weekly?week=2026-W47',
  '/admin/reports/prospector?week=2026-W47',
]

/** Something to see on every page; returns the id of a kept mail. */
async function fillPages(): Promise<number> {
  await emptyCatalogue()
  await sql(`delete from ${JOBS_SCHEMA}.job`)
  await sql('delete from scheduled_runs')
  const product = await createProduct({ stock: 0, price: 10_000 })
  await sql('update products set cost = 20000, price = 15000 where id = $1', [product.id])
  await sql(
    `insert into sales_history (product_id, sold_on, quantity, unit_price, source)
     values ($1, '2026-11-18', 2, 15000, 'test')`,
    [product.id]
  )
  await createDeadJob('staff.warn_of_guessing', { email: 'amel@shabou.test' })
  const transport = new KeptMailTransport(lastingPath(app, 'tmp/mails'))
  const { original } = await transport.send({
    ...{ from: 'shop@shabou.test', to: ['amel@shabou.test'], subject: 'Votre rapport' },
    ...{ html: '<h1>Bonjour Amel</h1><script>document.title = "pris"</script>', text: 'Bonjour' },
  })
  return original.id
}

test.group('Steering and settings', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await fillPages()
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      await logInToLook(context, locale)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      for (const [at, path] of PAGES.entries()) {
        await page.goto(BASE + path)
        for (const summary of await page.locator('main summary').all()) await summary.click()
        assert.notInclude(await page.content(), 'translation missing', path)
        assert.deepEqual(await violationsOf(page, isTurnOf(locale, at)), [], path)
      }
      assert.deepEqual(complaints, [])
    })
  }

  test('a failed job is tried again, and the log tells who did it', async ({ assert }) => {
    const page = await context.newPage()
    await logIn(page, 'owner')
    await page.getByRole('link', { name: 'Travaux de fond', exact: true }).first().click()
    await page.getByText('no luck').waitFor()
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await page.getByRole('status').filter({ hasText: 'relancé' }).waitFor()
    await page.getByText('Aucun travail en échec').waitFor()

    await page.getByRole('link', { name: 'Journal', exact: true }).click()
    await page.locator('.rows').getByText('Nouvel essai').first().waitFor()
    await page.getByLabel('Action').selectOption({ label: 'Nouvel essai' })
    await page.getByRole('button', { name: 'Filtrer' }).click()
    await page.waitForURL(/action=retried/)
    assert.isTrue(await page.getByText('staff.warn_of_guessing').first().isVisible())
  })

  test('a task is run now', async () => {
    const page = await context.newPage()
    await logIn(page, 'owner')
    await page.goto(`${BASE}/admin/schedule`)
    await page.getByRole('button', { name: 'Lancer : Grand ménage' }).click()
    await page.getByRole('status').filter({ hasText: 'lancée' }).waitFor()
    await page.locator('.tag', { hasText: 'En attente' }).waitFor()
  })

  test('a mail is looked at, and nothing in it runs', async ({ assert }) => {
    const page = await context.newPage()
    await logIn(page, 'owner')
    await page.goto(`${BASE}/admin/mails`)
    await page.getByRole('link', { name: 'Votre rapport' }).first().click()
    const mail = page.frameLocator('iframe')
    await mail.getByText('Bonjour Amel').waitFor()
    assert.notEqual(await page.title(), 'pris')
    assert.notInclude(await page.locator('iframe').getAttribute('sandbox'), 'allow')
  })

  test('a report is looked at, and its mail', async () => {
    const page = await context.newPage()
    await logIn(page, 'owner')
    await page.goto(`${BASE}/admin/reports/weekly?week=2026-W47`)
    await page.getByRole('heading', { name: 'Ventes' }).waitFor()
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await page.frameLocator('iframe').getByRole('heading', { name: 'Ventes' }).waitFor()
    await page.getByRole('link', { name: 'Semaine d’avant' }).click()
    await page.getByText('Aucune vente cette semaine').first().waitFor()
  })

  test('the bell leads to what is to be done', async () => {
    const page = await context.newPage()
    await logIn(page, 'owner')
    await page.getByRole('link', { name: /à traiter$/ }).click()
    await page.waitForURL(`${BASE}/admin#todos`)
    await page.getByText('1 prix sous le coût d’achat').waitFor()
  })

  test('works without JavaScript', async ({ assert }) => {
    const browser = await launchBrowser()
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
    const page = await plain.newPage()
    await logIn(page, 'owner')
    await page.goto(`${BASE}/admin/jobs`)
    await page.getByRole('button', { name: 'Réessayer' }).click()
    assert.isTrue(await page.getByText('relancé').isVisible())
    await page.goto(`${BASE}/admin/audit`)
    await page.getByLabel('Fiche', { exact: true }).fill('staff.warn_of_guessing')
    await page.getByRole('button', { name: 'Filtrer' }).click()
    assert.isTrue(await page.locator('.rows').getByText('Nouvel essai').first().isVisible())
    await page.goto(`${BASE}/admin/schedule`)
    await page.getByRole('button', { name: 'Lancer : Grand ménage' }).click()
    assert.isTrue(await page.getByText('La tâche est lancée').isVisible())
    await plain.close()
  })
})
