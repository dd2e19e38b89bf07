import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { writeOffer } from '#app/purchasing/write_offer'
import { writeForecastSettings } from '#app/orion/settings/forecast_settings'
import { dayInTunis } from '#app/tunisia/day_in_tunis'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
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
import { createProduct } from '#tests/support/catalogue'
import { newSupplier } from '#tests/support/purchasing'
import { emptyOrion } from '#tests/support/sales'
import { TESTING } from '#tests/support/staff'
import { temporaryFile } from '#tests/support/temporary_files'
import { forgetImports } from '#tests/support/web_imports'

/** Of the 24 months before the present one. */
const PROMOTED = 20
const THIS_MONTH = dayInTunis(new Date()).slice(0, 7)

/** Two years until last month of an alternator that sells eight a month, four months ago under a promotion, and three lines that are wrong. */
function history(): string {
  const [year, month] = THIS_MONTH.split('-').map(Number)
  const lines = Array.from({ length: 24 }, (_, at) => {
    const day = new Date(Date.UTC(year, month - 25 + at, 10)).toISOString().slice(0, 10)
    return `${day};ALT-1;8;${at === PROMOTED ? '350,000' : '450,000'};F${at}`
  })
  const wrong = ['2025-01-01;INCONNU;1;1,000;X1', '2199-01-01;ALT-1;1;1,000;X2', lines[3]]
  return ['Date facture;Code article;Qté;PU TTC;Facture', ...lines, ...wrong, ''].join('\n')
}

test.group('Orion', (group) => {
  let context: BrowserContext
  let productId: number

  inBrowser(group)
  group.setup(async () => {
    const fleet = new WorkerFleet()
    await fleet.start('#start/jobs', '#start/events')
    return () => fleet.killAll()
  })
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await forgetImports()
    await emptyOrion()
    const product = await createProduct({ stock: 2, nameFr: 'Alternateur', sku: 'ALT-1' })
    const supplier = await newSupplier({ name: 'Comptoir du Sahel', leadDays: 10 })
    await writeOffer({ supplierId: supplier.id, productId: product.id }, { cost: 99_500 }, TESTING)
    productId = product.id
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(async () => {
    await writeForecastSettings({ budget: null }, TESTING)
    await emptyOrion()
  })

  test('a history with errors is imported and learned, a forecast read, an insight done, a proposal accepted', async ({
    assert,
    test: self,
  }) => {
    const page = await context.newPage()
    await logIn(page, 'owner', 'fr')
    await importHistory(page, await temporaryFile(self, 'ventes.csv', history()))
    await writeForecastSettings({ budget: 50_000 }, TESTING)
    await learn(page)

    await sql(
      `insert into proposal_scores (proposal_id, answer, outcome, pieces, value, arithmetic, since, scored_at)
       select id, 'unanswered', 'overstock', 4, 4000, '{}', now() - interval '90 days', now() from purchase_proposals`
    )

    for (const locale of ['fr', 'ar']) {
      const browser = await launchBrowser()
      const telephone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }
      const reader = await browser.newContext({ locale, ...(locale === 'ar' && telephone) })
      await logInToLook(reader, locale)
      const read = await reader.newPage()
      const complaints = complaintsOf(read)
      const addresses = [
        '/admin/forecasts',
        `/admin/forecasts/${productId}`,
        '/admin/forecasts/model',
        '/admin/forecasts/settings',
        '/admin/insights',
        '/admin/purchase-proposals',
      ]
      for (const [at, address] of addresses.entries()) {
        await read.goto(BASE + address)
        const content = await read.content()
        assert.notInclude(content, 'translation missing', address)
        assert.notInclude(content, '@!component', address)
        assert.deepEqual(await violationsOf(read, isTurnOf(locale, at)), [], `${locale} ${address}`)
        const beyond = await read.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        )
        assert.equal(beyond, 0, `${locale} ${address}`)
      }
      assert.deepEqual(complaints, [])
      await reader.close()
    }

    await page.goto(`${BASE}/admin/forecasts`)
    await page.getByRole('link', { name: 'Alternateur' }).click()
    await page.getByRole('heading', { name: 'Alternateur' }).waitFor()
    const months = page.getByRole('region', { name: 'Mois à venir' }).getByRole('row')
    assert.equal(await months.count(), 13)
    const first = await months.nth(1).innerText()
    const [month, mean] = first.split(/\s+/)
    assert.equal(month, THIS_MONTH)
    assert.include(['7', '8'], mean[0])
    const past = page.getByRole('region', { name: 'Mois passés' })
    assert.equal(await past.getByText('dont 8 en promotion').count(), 1)

    await page.goto(`${BASE}/admin/insights`)
    await page.getByText('La règle simple').waitFor()
    await page.getByRole('button', { name: 'Fait : ALT-1' }).click()
    await page.getByText('C’est noté.').waitFor()
    const [insight] = await sql<{ status: string }>('select status from insights')
    assert.equal(insight.status, 'done')

    await page.goto(`${BASE}/admin/purchase-proposals`)
    await page.getByText('Au-delà du budget').waitFor()
    await page.getByRole('checkbox', { name: 'Commander ALT-1' }).check()
    await page.getByRole('button', { name: 'Mettre en commande' }).click()
    await page.getByText('1 ligne est dans le brouillon.').waitFor()
    assert.match(page.url(), /\/admin\/purchase-orders\/BC-/)
    assert.include(await page.content(), 'Alternateur')
    const [proposal] = await sql<{ state: string }>('select state from purchase_proposals')
    assert.equal(proposal.state, 'accepted')
  })
})

/** What is wrong is told line by line before anything is written; the rest goes in. */
async function importHistory(page: Page, path: string) {
  await page.goto(`${BASE}/admin/imports/new`)
  await page.getByLabel('Que contient le fichier ?').selectOption({ label: 'Ventes passées' })
  await page.locator('#file').setInputFiles(path)
  await page.getByRole('button', { name: 'Envoyer et voir les colonnes' }).click()
  await page.getByRole('button', { name: 'Lancer l’aperçu' }).click()
  await page.getByText('Aperçu prêt').waitFor()
  for (const reason of [
    'il n’y a pas de produit « INCONNU »',
    '« 2199-01-01 » est encore à venir',
    'la même vente est déjà à la ligne 5',
  ]) {
    await page.getByText(reason).waitFor()
  }
  await page.getByRole('button', { name: 'Importer maintenant' }).click()
  await page.getByText('Import terminé').waitFor()
  await page.locator('[data-count=created]').filter({ hasText: /^24$/ }).waitFor()
  await page.locator('[data-count=rejected]').filter({ hasText: /^3$/ }).waitFor()
}

/** Learning out of turn, watched until it has ended. */
async function learn(page: Page) {
  await page.goto(`${BASE}/admin/forecasts/model`)
  await page.getByRole('button', { name: 'Apprendre maintenant' }).click()
  await page.getByText('L’apprentissage est lancé').waitFor()
  await page.getByText('Les prévisions précédentes restent').waitFor()
  await page.getByRole('button', { name: 'Apprendre maintenant' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Modèles choisis' }).waitFor()
}
