import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { leadQuery } from '#app/prospector/leads/lead_query'
import { logContact, planTask } from '#app/prospector/leads/work_lead'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { emptyLeads, newLead } from '#tests/support/leads/findings'
import { TESTING } from '#tests/support/staff'
import { assertTidy } from '#tests/support/tidy_pages'

const SFAX = { latitude: 34.75, longitude: 10.76 }
const FAR = { latitude: 34.9, longitude: 10.7 }

test.group('Leads', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyLeads()
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })
  group.teardown(() => emptyLeads())

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      const { one, other } = await someLeads()
      await assertTidy(assert, context, locale, [
        '/admin/leads',
        `/admin/leads/${one}`,
        `/admin/leads/${one}/edit`,
        `/admin/leads/${one}/merge/${other}`,
        '/admin/leads/duplicates',
        '/admin/leads/route?day=2026-12-31',
        '/admin/leads/rules?segment_garage=45',
      ])
    }).timeout(300_000)
  }

  test('the morning of a salesperson', async ({ assert }) => {
    const { one, other } = await someLeads()
    const page = await context.newPage()
    await logIn(page, 'sales', 'fr')

    // The link of the mail leads to the report, and from there to whom to call.
    await page.goto(`${BASE}/admin/reports/prospector`)
    await page.getByRole('heading', { name: 'Les dix meilleurs' }).waitFor()
    await page.goto(`${BASE}/admin/leads`)
    for (let nth = 1; nth <= 3; nth++) {
      for (let step = 0; step < nth; step++) await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.getByLabel('En bref').fill(`Appel ${nth}`)
      await page.keyboard.press('Enter')
      await page.getByText('Le contact est noté.').waitFor()
      await page.goto(`${BASE}/admin/leads`)
    }
    const [{ worked }] = await sql<{ worked: number }>(
      `select count(distinct lead_id)::int as worked from lead_events where kind = 'contact' and actor like 'staff:%'`
    )
    assert.equal(worked, 3)

    await page.getByRole('link', { name: 'Auto-école Azur' }).click()
    await page.getByRole('button', { name: 'Ne plus contacter' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ne plus contacter' }).click()
    await page.getByText('Cette entreprise ne sera plus contactée.').waitFor()

    await page.goto(`${BASE}/admin/leads/duplicates`)
    await page.getByRole('link', { name: 'Comparer' }).click()
    await page.getByRole('button', { name: 'Garder celui-ci' }).first().click()
    await page.getByText('Les deux prospects n’en font plus qu’un.').waitFor()
    const [kept, gone] = [await leadQuery(one), await leadQuery(other)]
    assert.equal(kept.mergedInto ?? gone.mergedInto, kept.mergedInto ? other : one)

    await page.getByRole('button', { name: 'Convertir en client' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('E-mail').fill(`nasri.${Date.now()}@garage.test`)
    await dialog.getByRole('button', { name: 'Convertir en client' }).click()
    await page.getByText('Le prospect est devenu client.').waitFor()
    await page.getByText('Gagné').first().waitFor()
  }).timeout(120_000)
})

/** Two that may be one, one of Google's, one with a day behind it, one for the end of the morning. */
async function someLeads() {
  const phones = ['+21698000001']
  const site = { website: 'https://nasri.tn', emails: ['contact@nasri.tn'], address: 'Km 3' }
  const one = await newLead({ name: 'Garage Sami Nasri', location: SFAX, phones, ...site })
  const other = await newLead({ name: 'Garage Sami Nasri', location: FAR, phones })
  await newLead({ source: 'places', key: 'ChIJ1', name: 'كراج النور', signs: { reviews: 60 } })
  await newLead({ name: 'Pièces Auto Hannibal', segment: 'reseller', location: FAR })
  await newLead({ name: 'Auto-école Azur', segment: 'driving_school' })
  await logContact(one, { by: 'call', outcome: 'answered', notes: 'Rappeler mardi' }, TESTING)
  await planTask(one, { what: 'Porter les prix', dueOn: '2026-11-01' }, TESTING)
  return { one, other }
}
