import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { dinars } from '#app/money/dinars'
import { sql } from '#app/platform/database/sql'
import { nextSlot } from '#app/platform/schedule/slots'
import { definedTasks } from '#app/platform/schedule/task'
import { percent, wholeNumber } from '#app/platform/views/numbers'
import { htmlReport } from '#app/reports/mails/weekly_report_mail'
import { plainReport } from '#app/reports/plain_report'
import { lastWeek, neighbours, weekNamed } from '#app/reports/report_week'
import { sendWeeklyReport } from '#app/reports/send_weekly_report'
import { composeWeeklyReport } from '#app/reports/weekly_report'
import { recordUnmetSearch } from '#app/search/unmet_demand'
import { seedDemoShop } from '#app/demo/seed_demo_shop'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createStaff } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { loggedIn } from '#tests/support/web_visitor'

const everything = () => true
/** Neither leads nor forecasts, which other tests leave behind. */
const shopOnly = (ability: string) => !/^(leads|forecasts):/.test(ability)
const french = () => i18nManager.locale('fr')
const WEEK = weekNamed('2026-W47')!

const mailJobs = async () => {
  const [{ n }] = await sql<{ n: number }>(
    `select count(*)::int as n from ${JOBS_SCHEMA}.job where name = 'mail'`
  )
  return n
}

const sell = (productId: number, day: string, quantity: number, price: number) =>
  sql(
    `insert into sales_history (product_id, sold_on, quantity, unit_price, source)
     values ($1, $2, $3, $4, 'test')`,
    [productId, day, quantity, price]
  )

test.group('Weeks of reports', () => {
  test('are ISO weeks by the calendar of Tunis', ({ assert }) => {
    assert.deepEqual(WEEK, { name: '2026-W47', from: '2026-11-16', until: '2026-11-23' })
    assert.equal(weekNamed('2026-W53')?.from, '2026-12-28')
    for (const none of ['2026-W54', '2025-W53', '2026-W00', '2026-47', 'W47', '2026-W4 ']) {
      assert.isUndefined(weekNamed(none), none)
    }
    // Sunday 23:30 in Tunis is still this week, half an hour later is not.
    assert.equal(lastWeek(new Date('2026-11-29T22:30:00Z')).name, '2026-W47')
    assert.equal(lastWeek(new Date('2026-11-29T23:30:00Z')).name, '2026-W48')
    const first = weekNamed('2027-W01')!
    assert.deepEqual(neighbours(first, new Date('2027-01-12T12:00:00Z')), {
      previous: '2026-W53',
      next: undefined,
    })
  })
})

test.group('Tasks of reports', () => {
  test('send them on Mondays at 7 by the clock of Tunis', ({ assert }) => {
    for (const task of ['weekly_report', 'prospector.report']) {
      const { cron, zone } = definedTasks().find(({ name }) => name === task)!
      const next = nextSlot(cron, zone, new Date('2026-11-26T12:00:00Z')).toISOString()
      assert.equal(next, '2026-11-30T06:00:00.000Z', task)
    }
  })
})

test.group('Weekly report', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from report_deliveries')
    await sql(`delete from ${JOBS_SCHEMA}.job where name = 'mail'`)
    await sql('update staff_members set disabled_at = now()')
    return async () => {
      await sql('update staff_members set disabled_at = null')
    }
  })

  test('its figures are those of the demo shop, counted anew', async ({ assert }) => {
    await seedDemoShop({ products: 300, seed: 7, today: new Date('2026-11-25T12:00:00Z') })
    await recordUnmetSearch('turbo clio 9')
    await sql(
      `update unmet_demand set asked_on = '2026-11-20', asked = 3 where words = 'turbo clio 9'`
    )
    const [jumped] = await sql<{ id: number }>(
      'select id from products where price > 5000 order by id limit 1'
    )
    await sql('update products set price = price * 2 where id = $1', [jumped.id])
    await sql(`update price_changes set changed_at = '2026-11-18' where id =
      (select max(id) from price_changes)`)

    const { blocks } = await composeWeeklyReport(WEEK, everything, french())
    const titled = (title: string) => blocks.find((block) => block.title === title)!

    // The same by plain arithmetic over plain rows.
    const rows = await sql<{
      day: string
      quantity: number
      price: number
      cost: number | null
      tax: number
      id: number
    }>(
      `select s.sold_on::text as day, s.quantity, s.unit_price as price, p.cost, p.tax_rate as tax, p.id
       from sales_history s join products p on p.id = s.product_id`
    )
    const within = (from: string, until: string) =>
      rows.filter(({ day }) => day >= from && day < until)
    const sold = within(WEEK.from, WEEK.until)
    const before = within('2026-11-09', '2026-11-16')
    const revenueOf = (part: typeof rows) =>
      part.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
    const pieces = sold.reduce((sum, { quantity }) => sum + quantity, 0)
    const revenue = revenueOf(sold)
    assert.isAbove(revenue, 0)
    const [revenueFigure, piecesFigure] = titled('Ventes').figures!
    assert.equal(revenueFigure.value, dinars(revenue))
    assert.equal(revenueFigure.change, (revenue - revenueOf(before)) / revenueOf(before))
    assert.equal(piecesFigure.value, wholeNumber(pieces))

    const perProduct = Map.groupBy(sold, ({ id }) => id)
    const best = Math.max(...[...perProduct.values()].map(revenueOf))
    assert.equal(titled('Ventes').table!.rows[0][2].text, dinars(best))

    const known = sold.filter(({ cost }) => cost !== null)
    const net = known.reduce(
      (sum, row) => sum + (row.quantity * row.price * 100) / (100 + row.tax),
      0
    )
    const costs = known.reduce((sum, { quantity, cost }) => sum + quantity * cost!, 0)
    const [margin, rate] = titled('Marge').figures!
    assert.equal(margin.value, dinars(Math.round(net - costs)))
    assert.equal(rate.value, percent(Math.round(net - costs) / Math.round(net)))

    const listings = await sql<{ availability: number }>(
      'select availability from product_listings'
    )
    const soldOut = listings.filter(({ availability }) => availability <= 1).length
    assert.include(titled('Ruptures').text, String(soldOut))

    const alarms = titled('Prix à vérifier')
    assert.isTrue(alarms.table!.rows.some((row) => row[3].text === '+100,0\u00a0%'))
    assert.deepEqual(titled('Recherches sans résultat').table!.rows[0], [
      { text: 'turbo clio 9' },
      { text: '3' },
    ])
  })

  test('a week without sales says so, and has no margin', async ({ assert }) => {
    const { blocks } = await composeWeeklyReport(WEEK, shopOnly, french())
    assert.deepEqual(
      blocks.map(({ title }) => title),
      ['Ventes', 'Ruptures', 'Prix à vérifier', 'Recherches sans résultat']
    )
    assert.equal(blocks[0].text, 'Aucune vente cette semaine.')
  })

  test('margins are for those who may see costs', async ({ assert }) => {
    const product = await createProduct()
    await sql('update products set cost = 100 where id = $1', [product.id])
    await sell(product.id, '2026-11-18', 2, 1_190)
    const titles = async (may: (ability: string) => boolean) => {
      const { blocks } = await composeWeeklyReport(WEEK, may, french())
      return blocks.map(({ title }) => title)
    }
    assert.include(await titles(everything), 'Marge')
    assert.notInclude(await titles((ability) => ability !== 'costs:read'), 'Marge')
  })

  test('names of products reach HTML as text', async ({ assert }) => {
    const product = await createProduct({ nameFr: '<script>alert(1)</script>' })
    await sell(product.id, '2026-11-18', 2, 1_190)
    const report = await composeWeeklyReport(WEEK, everything, french())
    const html = await htmlReport(report, french())
    assert.notInclude(html, '<script>')
    assert.include(html, '&lt;script&gt;')
    assert.include(plainReport(report, 'Titre', french()), '<script>alert(1)</script>')
  })

  test('whoever may read reports and works here gets it, once', async ({ assert }) => {
    const owner = await createStaff('owner')
    await createStaff('accountant')
    await createStaff('counter')
    const gone = await createStaff('owner')
    await sql('update staff_members set disabled_at = now() where id = $1', [gone.id])
    const sent = await Promise.all([
      sendWeeklyReport(WEEK),
      sendWeeklyReport(WEEK),
      sendWeeklyReport(WEEK),
    ])
    assert.equal(
      sent.reduce((sum, count) => sum + count, 0),
      2
    )
    assert.equal(await mailJobs(), 2)
    assert.equal(await sendWeeklyReport(WEEK), 0)
    await createStaff('owner')
    assert.equal(await sendWeeklyReport(WEEK), 1)
    assert.equal(await sendWeeklyReport(weekNamed('2026-W46')!), 3)

    const visitor = await loggedIn(owner)
    const { html } = await visitor.get('/admin/reports/weekly?week=2026-W47&locale=fr')
    assert.include(html, owner.fullName)
  })

  test('it is shown on a page, in as many statements for many sales as for few', async ({
    assert,
  }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const path = '/admin/reports/weekly?week=2026-W47&locale=fr'
    const counts: number[] = []
    for (const rows of [10, 100]) {
      for (let n = 0; n < rows; n++) {
        const product = await createProduct({ stock: 0 })
        await sell(product.id, '2026-11-18', 1, 1_000 + n)
      }
      counts.push(await statementsOfVisit(() => visitor.get(path)))
    }
    assert.equal(counts[1], counts[0])

    const { html } = await visitor.get(path)
    assert.include(html, 'Semaine 47')
    assert.include(html, 'week=2026-W46')
    const mail = await visitor.get('/admin/reports/weekly/mail?week=2026-W47')
    assert.equal(mail.status, 200)
    assert.include(mail.headers.get('content-security-policy')!, 'sandbox')
    assert.equal(await visitor.statusOf('/admin/reports/weekly?week=nothing'), 200)
    const counter = await loggedIn(await createStaff('counter'))
    assert.equal(await counter.statusOf(path), 403)
  })
})
