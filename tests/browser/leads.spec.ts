import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import type { BrowserContext, Locator, Page } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { sendWeeklyReport } from '#app/reports/send_weekly_report'
import { weekNamed } from '#app/reports/report_week'
import { leadQuery } from '#app/prospector/leads/lead_query'
import { logContact } from '#app/prospector/leads/log_contact'
import { planTask } from '#app/prospector/leads/plan_task'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { emptyLeads, newLead } from '#tests/support/leads/findings'
import { createStaff, TESTING } from '#tests/support/staff'
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
      const { one } = await someLeads()
      await assertTidy(assert, context, locale, [
        `/admin/leads/${one}`,
        '/admin/leads/route?day=2026-12-31',
        '/admin/leads/rules?segment_garage=45',
      ])
    })
  }

  test('the morning of a salesperson', async ({ assert }) => {
    const { one, other } = await someLeads()
    const page = await context.newPage()
    const member = await createStaff('sales')

    await logIn(page, member, 'fr')

    // The link of the mail leads to the report, and from there to whom to call.
    await page.goto(await mailedLink(member.email))
    await page.getByRole('heading', { name: 'Les dix meilleurs' }).waitFor()
    await tabTo(page, page.getByRole('link', { name: 'Garage Sami Nasri' }).first())
    await page.keyboard.press('Enter')
    await callByKeys(page, 'Appel 1')
    for (const [way, called] of [
      ['jj', 'Appel 2'],
      ['jjj', 'Appel 3'],
    ]) {
      await page.keyboard.press('Escape')
      await page.keyboard.type('gl')
      await page.getByRole('heading', { name: 'Prospects', level: 1 }).waitFor()
      for (const key of way) await page.keyboard.press(key)
      await page.keyboard.press('Enter')
      await callByKeys(page, called)
    }
    const [{ worked }] = await sql<{ worked: number }>(
      `select count(distinct lead_id)::int as worked from lead_events where kind = 'contact' and actor like 'staff:%'`
    )
    assert.equal(worked, 3)

    await page.goto(`${BASE}/admin/leads`)
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
  })
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

/** The link to the report in the mail that somebody gets on Monday. */
async function mailedLink(email: string): Promise<string> {
  await sql(`delete from report_deliveries where report = 'prospector'`)
  await sql(`delete from ${JOBS_SCHEMA}.job where name = 'mail'`)
  await sendWeeklyReport(weekNamed('2026-W40')!, 'prospector')
  const jobs = await sql<{ sealed: string }>(
    `select data ->> 'sealed' as sealed from ${JOBS_SCHEMA}.job where name = 'mail'`
  )
  const mails = jobs.map(({ sealed }) => encryption.decrypt<{ html: string; to: unknown }>(sealed)!)
  const { html } = mails.find(({ to }) => JSON.stringify(to).includes(email))!
  const [path] = /\/admin\/reports\/prospector\?week=[\w-]+/.exec(html)!
  return BASE + path
}

const isFocused = (element: { matches(selector: string): boolean }) => element.matches(':focus')

/** Skips what heads every page, and goes on with the tabulator until `target` has the focus. */
async function tabTo(page: Page, target: Locator) {
  await target.waitFor()
  await page.getByRole('link', { name: 'Aller au contenu' }).focus()
  await page.keyboard.press('Enter')
  for (let pressed = 0; pressed < 150; pressed++) {
    if (await target.evaluate(isFocused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the tabulator does not lead to ${String(target)}`)
}

/** On the page of a lead: writes down that somebody answered, without the mouse. */
async function callByKeys(page: Page, note: string) {
  await tabTo(page, page.getByLabel('En bref'))
  await page.keyboard.type(note)
  await page.keyboard.press('Enter')
  await page.getByText('Le contact est noté.').waitFor()
}
