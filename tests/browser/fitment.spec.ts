import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { addFitment } from '#app/fitment/rules/add_fitment'
import { BASE, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'
import { fitmentList, smallFleet } from '#tests/support/fleet'
import { TESTING } from '#tests/support/staff'
import { createFitment } from '#tests/support/vehicles'
import { assertTidy } from '#tests/support/tidy_pages'

/** A product with a rule and a vehicle of its own, and the ids of a make, a model and a type. */
async function furnish() {
  await smallFleet()
  await sql(`insert into cache_epochs (tag) values ('vehicles')
    on conflict (tag) do update set epoch = excluded.epoch`)
  await seeChanges()
  const { id } = await createProduct({ sku: 'PADS' })
  const condition = { condition: 'avec ABS', conditionAr: 'مع ABS' }
  const rule = { make: 'renault', engineCode: 'K9K', yearFrom: 2014, position: 'front' as const }
  await addFitment(id, { ...rule, ...condition }, TESTING)
  const [car] = await sql<{ type: number; model: number; make: number }>(
    `select t.id as type, t.model_id as model, m.make_id as make
     from vehicle_types t join vehicle_models m on m.id = t.model_id where t.ktype = 104`
  )
  await createFitment(id, car.type)
  return { product: id, ...car }
}

test.group('Pages of vehicles and fitments', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    const browser = await launchBrowser()
    context = await browser.newContext({ locale: 'fr-FR' })
    return () => context.close()
  })

  for (const locale of ['fr', 'ar']) {
    test(`each is accessible, tidy and quiet in ${locale}`, async ({ assert }) => {
      const { product } = await furnish()
      const fitments = `products/${product}/fitments`
      const paths = [
        ...[fitments, `${fitments}?make=renault&model=renault-clio-iv`],
        ...['vehicles?q=clio', 'vehicles?q=zeppelin', 'vehicles/vins?vin=12'],
        'vehicles/vins?vin=VF1BB1D0H12345678&make=renault&model=renault-clio-iv',
        'unmet-demand?vehicle=clio',
      ]
      await assertTidy(
        assert,
        context,
        locale,
        paths.map((path) => `/admin/${path}`)
      )
    })
  }

  test('a rule is added by choosing make and model, which open what follows', async ({
    assert,
  }) => {
    const { product } = await furnish()
    const page = await context.newPage()
    await page.setViewportSize({ width: 390, height: 900 })
    await logIn(page, 'owner')
    await page.goto(`${BASE}/admin/products/${product}/fitments`)
    await page.selectOption('#make', 'peugeot')
    await page.locator('#model').waitFor()
    await page.selectOption('#model', 'peugeot-208')
    await page.locator('#vehicleTypeId').waitFor()
    await page.fill('#engineCode', 'DV6')
    await page.locator('form[method=POST] .button-primary', { hasText: 'Ajouter' }).click()
    await page.getByText('Affectation ajoutée').waitFor()
    assert.include(await fitmentList(), 'PADS 105')
  })
})
