import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { writeOffer } from '#app/purchasing/write_offer'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { trainModels } from '#app/orion/training/train_models'
import {
  BASE,
  inBrowser,
  complaintsOf,
  launchBrowser,
  logIn,
  violationsOf,
} from '#tests/support/browser'
import { createProduct } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { newSupplier } from '#tests/support/purchasing'
import { emptyOrion, TODAY } from '#tests/support/sales'
import { TESTING } from '#tests/support/staff'
import { temporaryFile } from '#tests/support/temporary_files'

/** Two years of an alternator that sells eight a month, and three lines that are wrong. */
function history(): string {
  const lines = Array.from({ length: 24 }, (_, month) => {
    const day = new Date(Date.UTC(2024, 10 + month, 10)).toISOString().slice(0, 10)
    return `${day};ALT-1;8;450,000;F${month}`
  })
  const wrong = ['2025-01-01;INCONNU;1;1,000;X1', '2199-01-01;ALT-1;1;1,000;X2', lines[3]]
  return ['Date facture;Code article;Qté;PU TTC;Facture', ...lines, ...wrong, ''].join('\n')
}

test.group('Orion', (group) => {
  let context: BrowserContext
  let productId: number

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyOrion()
    const product = await createProduct({ stock: 2, nameFr: 'Alternateur', sku: 'ALT-1' })
    const supplier = await newSupplier({ name: 'Comptoir du Sahel', leadDays: 10 })
    await writeOffer({ supplierId: supplier.id, productId: product.id }, { cost: 99_500 }, TESTING)
    productId = product.id
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(() => emptyOrion())

  test('a history with errors is imported and learned, a forecast read, an insight done, a proposal accepted', async ({
    assert,
    test: self,
  }) => {
    const path = await temporaryFile(self, 'ventes.csv', history())
    const { output } = await runCommand('sales:import', [path, '--json'])
    assert.include(JSON.parse(output).counts, { created: 24, rejected: 3 })
    await trainModels({ today: TODAY })
    await forecastDemand({ today: TODAY })

    await sql(
      `insert into proposal_scores (proposal_id, answer, outcome, pieces, value, arithmetic, since, scored_at)
       select id, 'unanswered', 'overstock', 4, 4000, '{}', now() - interval '90 days', now() from purchase_proposals`
    )

    for (const locale of ['fr', 'ar']) {
      const browser = await launchBrowser()
      const telephone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }
      const reader = await browser.newContext({ locale, ...(locale === 'ar' && telephone) })
      const page = await reader.newPage()
      const complaints = complaintsOf(page)
      await logIn(page, 'owner', locale)
      for (const address of [
        '/admin/forecasts',
        `/admin/forecasts/${productId}`,
        '/admin/forecasts/model',
        '/admin/forecasts/settings',
        '/admin/insights',
        '/admin/purchase-proposals',
      ]) {
        await page.goto(BASE + address)
        const content = await page.content()
        assert.notInclude(content, 'translation missing', address)
        assert.notInclude(content, '@!component', address)
        assert.deepEqual(await violationsOf(page), [], `${locale} ${address}`)
        const beyond = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        )
        assert.equal(beyond, 0, `${locale} ${address}`)
      }
      assert.deepEqual(complaints, [])
      await reader.close()
    }

    const page = await context.newPage()
    await logIn(page, 'owner', 'fr')
    await page.goto(`${BASE}/admin/forecasts`)
    await page.getByRole('link', { name: 'Alternateur' }).click()
    await page.getByRole('heading', { name: 'Alternateur' }).waitFor()
    const months = page.getByRole('region', { name: 'Mois à venir' }).getByRole('row')
    assert.equal(await months.count(), 13)
    const first = await months.nth(1).innerText()
    assert.match(first, /^2026-11\s+[78]/)

    await page.goto(`${BASE}/admin/insights`)
    await page.getByText('La règle simple').waitFor()
    await page.getByRole('button', { name: 'Fait : ALT-1' }).click()
    await page.getByText('C’est noté.').waitFor()
    const [insight] = await sql<{ status: string }>('select status from insights')
    assert.equal(insight.status, 'done')

    await page.goto(`${BASE}/admin/purchase-proposals`)
    await page.getByRole('button', { name: 'Mettre en commande' }).click()
    await page.getByText('1 ligne est dans le brouillon.').waitFor()
    assert.match(page.url(), /\/admin\/purchase-orders\/BC-/)
    assert.include(await page.content(), 'Alternateur')
    const [proposal] = await sql<{ state: string }>('select state from purchase_proposals')
    assert.equal(proposal.state, 'accepted')
  })
})
