import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import {
  BASE,
  complaintsOf,
  inBrowser,
  launchBrowser,
  logIn,
  violationsOf,
} from '#tests/support/browser'
import { emptyProspector } from '#tests/support/prospector_runs'

test.group('Pages of Prospector’s runs', (group) => {
  inBrowser(group)
  group.each.setup(() => emptyProspector)

  test('can be read by everybody, on a desk and on a telephone', async ({ assert }) => {
    const [{ id }] = await sql<{ id: number }>(
      `insert into prospector_runs (most_asks, state, finished_at) values (3, 'done', now()) returning id`
    )
    await sql(
      `insert into prospector_steps (run_id, source, key, state, reason, finished_at, found, new)
       values ($1, 'website', 'garage.example', 'done', 'robots', now(), 0, 0),
         ($1, 'places', 'garage | TN-61', 'skipped', 'ceiling', now(), 0, 0)`,
      [id]
    )
    const browser = await launchBrowser()
    const page = await browser.newPage()
    const complaints = complaintsOf(page)
    await logIn(page, 'sales')
    for (const [path, locale] of [
      ['', 'fr'],
      [`/${id}`, 'ar'],
    ]) {
      await page.goto(`${BASE}/admin/prospector/runs${path}?locale=${locale}`)
      assert.deepEqual(await violationsOf(page), [])
    }
    assert.deepEqual(complaints, [])
    await page.close()
  })
})
