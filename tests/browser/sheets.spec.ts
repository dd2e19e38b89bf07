import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { sql } from '#app/platform/database/sql'
import {
  BASE,
  inBrowser,
  complaintsOf,
  launchBrowser,
  logIn,
  violationsOf,
} from '#tests/support/browser'
import { createCategory, createProduct, emptyCatalogue, seeChanges } from '#tests/support/catalogue'

/** The tree as it stands, children behind their parents. */
async function tree(): Promise<string[]> {
  const rows = await sql<{ slug: string }>(
    `with recursive tree as (
       select id, array[position, id] as path from categories where parent_id is null
       union all
       select c.id, t.path || array[c.position, c.id] from tree t join categories c on c.parent_id = t.id
     ) select slug from tree join categories using (id) order by path`
  )
  return rows.map(({ slug }) => slug)
}

/** Drags a row onto another: at its upper edge, its middle or its lower edge. */
async function drag(page: Page, from: number, to: number, share: number) {
  await page.goto(`${BASE}/admin/categories`)
  const target = page.locator(`#category-${to}`)
  const { height } = (await target.boundingBox())!
  const moved = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page
    .locator(`#category-${from}`)
    .dragTo(target, { targetPosition: { x: 60, y: height * share } })
  await moved
  await page.locator('[role=status]').first().waitFor()
}

test.group('Sheets and the tree', (group) => {
  let context: BrowserContext

  inBrowser(group)
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
    context = await openContext()
    return () => context.close()
  })

  /** Somebody's own: what is still under way on a page would bring the session back of who was there before. */
  async function openContext() {
    const browser = await launchBrowser()
    return browser.newContext({ locale: 'fr-FR' })
  }

  test('an attribute is defined, asked for by a sheet, filled in and shown in the shop', async ({
    assert,
  }) => {
    const category = await createCategory('freinage/plaquettes')
    const product = await createProduct({ category })
    await createProduct({ attributes: { libre: 'autre' } })
    await seeChanges()
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, 'owner')

    await page.goto(`${BASE}/admin/attributes/new`)
    await page.fill('#name', 'Position')
    await page.fill('#code', 'position')
    await page.selectOption('#kind', 'choice')
    await page.fill('#choices', 'avant | أمامي | front\narrière | خلفي | rear')
    await page.locator('input[value=freinage]').check()
    await page.click('.save-bar .button-primary')
    await page.waitForURL(`${BASE}/admin/attributes`)
    await seeChanges()

    await page.goto(`${BASE}/admin/products/${product.id}`)
    await page.selectOption('[id="attributes.position"]', { label: 'arrière' })
    await page.click('.save-bar .button-primary')
    await page.locator('[role=status]').first().waitFor()
    assert.equal(await page.inputValue('[id="attributes.position"]'), 'arrière')
    await page.locator('#sheet summary').click()
    // Farther down the bar of the page may cover half a field.
    await page.evaluate('scrollTo(0, 0)')
    assert.deepEqual(await violationsOf(page), [])
    await seeChanges()
    const shown = await fetch(`${BASE}/api/v1/products/${product.slug}?locale=ar`)
    const { data } = (await shown.json()) as { data: { attributes: object[] } }
    assert.containsSubset(data.attributes, [{ value: 'arrière', label: 'خلفي' }])
    assert.deepEqual(complaints, [])
  })

  test('categories are dragged under, before and behind others', async ({ assert }) => {
    const [a, b, c] = [
      await createCategory('a'),
      await createCategory('b'),
      await createCategory('c'),
    ]
    await createCategory('b/d')
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    await logIn(page, 'buyer')

    await drag(page, c.id, a.id, 0.05)
    assert.deepEqual(await tree(), ['c', 'a', 'b', 'b/d'])
    await drag(page, c.id, b.id, 0.95)
    assert.deepEqual(await tree(), ['a', 'b', 'b/d', 'c'])
    await drag(page, a.id, b.id, 0.5)
    assert.deepEqual(await tree(), ['b', 'b/d', 'b/a', 'c'])
    assert.deepEqual(complaints, [])
  })

  test('a category is not dragged under itself, nor by who may not', async ({ assert }) => {
    const parent = await createCategory('a')
    const child = await createCategory('a/b')
    const page = await context.newPage()
    await page.setViewportSize({ width: 1440, height: 900 })
    await logIn(page, 'buyer')
    await page.goto(`${BASE}/admin/categories`)
    await page
      .locator(`#category-${parent.id}`)
      .dragTo(page.locator(`#category-${child.id}`), { targetPosition: { x: 60, y: 20 } })
    assert.deepEqual(await tree(), ['a', 'a/b'])
    assert.equal(await page.locator('tr[draggable=true]').count(), 2)

    const other = await openContext()
    const theirs = await other.newPage()
    await logIn(theirs, 'counter')
    await theirs.goto(`${BASE}/admin/categories`)
    assert.equal(await theirs.locator('tr[draggable=true]').count(), 0)
    await other.close()
  })
})
