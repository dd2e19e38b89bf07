import { test } from '@japa/runner'
import { Workers } from '#app/platform/jobs/workers'
import { sql } from '#app/platform/database/sql'
import { isDeep, repeats } from '#tests/depth'
import { BASE, complaintsOf, inBrowser, launchBrowser, logIn } from '#tests/support/browser'
import { emptyCatalogue } from '#tests/support/catalogue'
import { emptyLeads } from '#tests/support/leads/findings'
import { bearer } from '#tests/support/staff'
import { FORMS } from '#tests/support/staff_forms'
import { forgetImports, ImportClient } from '#tests/support/web_imports'
import { ownersBrowser } from '#tests/support/web_visitor'
import { attackByFiles } from '#tests/support/xss/attack_files'
import { FormAttack } from '#tests/support/xss/attack_forms'
import { ProgramAttack } from '#tests/support/xss/attack_programs'
import { crawl, pagePatterns } from '#tests/support/xss/crawl'
import { PageReader } from '#tests/support/xss/page_reader'
import { IN_DISGUISE, PAYLOADS } from '#tests/support/xss/payloads'

const EACH = repeats(1, PAYLOADS.length)

/** Where a page might show text, were it not escaped. */
const PLACES = [
  ...['<p>*</p>', '<p title="*">', `<p title='*'>`, '<p title=*>', '<textarea>*</textarea>'],
  ...['<a href="*">x</a>', '<script type="application/json">"*"</script>', '<title>*</title>'],
  ...['<option>*</option>', '<p>&*</p>', '<!--*-->'],
]

/**
 * Pages that no link leads to here: a link that was mailed, a file, mails that were kept, runs that are not
 * there, sales at the counter, which only whoever has made one is led to; and the form of an order that may still be
 * edited, which is read when it is attacked.
 */
const UNREACHED = [
  '/admin/password/reset/:token',
  '/admin/imports/:id/errors.csv',
  '/admin/quotes/counter-sales/:number',
  '/admin/quotes/counter-sales/:number/invoice',
  '/admin/quotes/counter-sales/:number/invoice/pdf',
  '/admin/orders/:number/edit',
  '/admin/mails/:id',
  '/admin/mails/:id/body',
  '/admin/prospector/runs/:id',
]

test.group('Hostile text', (group) => {
  let reader: PageReader

  inBrowser(group)
  group.each.timeout(isDeep ? 3_600_000 : 900_000)
  group.each.setup(async () => {
    await emptyCatalogue()
    await emptyLeads()
    await forgetImports()
    await sql('delete from rate_limits')
    reader = await PageReader.open(await launchBrowser())
    return () => reader.page.close()
  })
  group.teardown(() => emptyLeads())

  test('the reader sees what every payload makes of a page that escapes nothing', async ({
    assert,
  }) => {
    const unseen: string[] = []
    for (const payload of PAYLOADS) {
      reader.dangers.length = 0
      for (const place of PLACES)
        await reader.read(
          place.replace('*', () => payload),
          payload
        )
      if (!reader.dangers.length) unseen.push(payload)
    }
    assert.sameMembers(unseen, IN_DISGUISE)
  })

  test('SEC-10: what forms take stays text, wherever it is shown', async ({ assert }) => {
    assert.lengthOf([...new Set(PAYLOADS)], 100)
    let first = 0
    let taken = 0
    for (const [pattern, prepare] of Object.entries(FORMS)) {
      const attack = new FormAttack(pattern, prepare, reader)
      await attack.run((first += 7), EACH)
      taken += attack.taken.size
    }
    const seen = await crawl(await ownersBrowser(), reader, repeats(2, 40))
    assert.deepEqual(reader.dangers, [])
    assert.isAbove(taken, 50, 'fields have taken it')
    const unseen = pagePatterns().filter((pattern) => !seen.has(pattern))
    assert.includeMembers(UNREACHED, unseen)
    assert.deepEqual(await ranIn([...reader.marked]), [])
  })

  test('SEC-10: what programs send stays text, in their answers and on pages', async ({
    assert,
  }) => {
    const { token } = await bearer()
    const attack = new ProgramAttack(token)
    await attack.run(11, EACH)
    await crawl(await ownersBrowser(), reader, repeats(1, 40), isDeep)
    assert.deepEqual(attack.pages, [])
    assert.deepEqual(reader.dangers, [])
    assert.isAbove(attack.taken.size, 15)
    assert.isAbove(reader.marked.size, 10)
  })

  test('SEC-10: what files bring stays text, imported or rejected', async ({ assert, cleanup }) => {
    const workers = await Workers.start()
    cleanup(() => workers.stop())
    const owner = await ownersBrowser()
    const runs = await attackByFiles(await ImportClient.of(), EACH, async ({ id }) => {
      const page = `/admin/imports/${id}`
      await reader.read(await owner.htmlOf(page), page)
    })
    await crawl(owner, reader, repeats(1, 40), isDeep)
    assert.deepEqual(reader.dangers, [])
    assert.isTrue(runs.every(({ counts }) => counts.created + counts.updated > 0))
    assert.isTrue(runs.every(({ id }) => reader.marked.has(`/admin/imports/${id}`)))
  })
})

/** Every so many kinds of pages that say something hostile are opened for real. */
const STRIDE = repeats(3, 1)

/** Opens pages for real, one of a kind, and tells what ran or was kept from running. */
async function ranIn(paths: string[]): Promise<string[]> {
  const browser = await launchBrowser()
  const context = await browser.newContext({ locale: 'fr-FR' })
  const ran: string[] = []
  await context.exposeFunction('xss', () => ran.push('xss()'))
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await logIn(page, 'owner')
  const kinds = new Map(paths.map((path) => [path.replace(/\d+/g, ':id').split('?')[0], path]))
  for (const path of [...kinds.values()].filter((_, at) => at % STRIDE === 0)) {
    await page.goto(BASE + path, { waitUntil: 'load' })
    const refused = complaints.filter((text) => /content security policy|refused/i.test(text))
    if (ran.length + refused.length) return [path, ...ran, ...refused]
  }
  await context.close()
  return []
}
