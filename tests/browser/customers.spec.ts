import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { addAddress } from '#app/customers/write_address'
import { sql } from '#app/platform/database/sql'
import { readAddress } from '#app/tunisia/read_address'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { emptyCatalogue } from '#tests/support/catalogue'
import { createCustomer, orderOf } from '#tests/support/customers'
import { ADDRESS } from '#tests/support/purchases'
import { createVehicle } from '#tests/support/vehicles'
import { assertTidy } from '#tests/support/tidy_pages'

test.group('Customers', (group) => {
  let context: BrowserContext
  let id: number

  inBrowser(group)
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await emptyCatalogue()
    await sql('delete from customers')
    await sql(
      `insert into customer_groups (code, name) values ('garages', 'Garages') on conflict do nothing`
    )
    const customer = await createCustomer()
    id = customer.id
    await orderOf(customer)
    await addAddress(id, readAddress(ADDRESS), { actor: customer.actor, source: 'api' })
    await sql('insert into customer_vehicles values ($1, $2)', [id, await createVehicle()])
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR', acceptDownloads: true })
    return () => context.close()
  })
  group.teardown(() => emptyCatalogue())

  for (const locale of ['fr', 'ar']) {
    test(`every page is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      await assertTidy(assert, context, locale, [
        '/admin/customers?q=nobody',
        `/admin/customers/${id}`,
      ])
    })
  }

  test('a customer is found, put into a group, and not erased before the order is through', async () => {
    const page = await context.newPage()
    await logIn(page, 'owner')
    await page.getByRole('link', { name: 'Clients', exact: true }).first().click()
    await page.getByRole('searchbox', { name: 'Nom, e-mail ou téléphone' }).fill('leila')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.waitForURL(/q=leila/)
    await page.getByRole('link', { name: 'Leïla Mansour' }).click()
    await page.getByLabel('Groupe de clients').selectOption('Garages')
    await page.getByRole('button', { name: 'Enregistrer le groupe' }).click()
    await page.getByRole('status').filter({ hasText: 'enregistré' }).waitFor()
    await page.getByRole('link', { name: 'Commandes', exact: true }).last().click()
    await page.getByText('À confirmer').waitFor()
    await page.goto(`${BASE}/admin/customers/${id}`)
    await page.getByRole('button', { name: 'Effacer le client' }).click()
    await page.getByLabel('Qui l’a demandé').fill('demande écrite du 12/11')
    await page.locator('dialog').getByRole('button', { name: 'Effacer le client' }).click()
    await page.getByText('terminez-la ou annulez-la').first().waitFor()
  })
})
