import i18nManager from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { changeLead } from '#app/prospector/leads/change_lead'
import { htmlReport } from '#app/reports/mails/weekly_report_mail'
import { plainReport } from '#app/reports/plain_report'
import { weekNamed } from '#app/reports/report_week'
import { sendWeeklyReport } from '#app/reports/send_weekly_report'
import { composeWeeklyReport } from '#app/reports/weekly_report'
import { GOVERNORATES } from '#app/tunisia/governorates'
import { emptyLeads, newLead } from '#tests/support/leads/findings'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const WEEK = weekNamed('2026-W40')!
const SFAX = { latitude: 34.74, longitude: 10.76 }

const intoWeek = () => sql(`update leads set created_at = '2026-09-30T10:00:00Z'`)

test.group('The report on leads', (group) => {
  group.each.setup(async () => {
    await emptyLeads()
    await sql(`delete from report_deliveries where report = 'prospector'`)
    await sql('update staff_members set disabled_at = now()')
  })
  group.teardown(() => emptyLeads())

  test('tells what the week brought, whom to call and why', async ({ assert }) => {
    const hostile = '<img src=x onerror=alert(1)>'
    const best = await newLead({
      ...{ name: `Garage ${hostile}`, location: SFAX, signs: { sites: 4 }, taxId: '1234567R' },
      ...{ website: 'https://meilleur.tn', address: 'Km 3', delegation: 'Sfax Ville' },
    })
    const told = { name: 'Dit par Google', source: 'places' as const, key: 'ChIJ5' }
    await newLead({ ...told, segment: 'station', governorate: 'TN-11' })
    await changeLead(best, { status: 'contacted' }, TESTING)
    await intoWeek()
    await sql(
      `insert into lead_events (lead_id, kind, data, actor, at) values
         ($1, 'move', '{"from": "new", "to": "to_call"}', 'staff:1', '2026-09-29 10:00Z'),
         ($1, 'move', '{"from": "to_call", "to": "contacted"}', 'staff:1', '2026-10-04 22:59Z'),
         ($1, 'move', '{"from": "new", "to": "contacted"}', 'staff:1', '2026-09-27 23:00Z'),
         ($1, 'opt_out', '{"from": "new"}', 'staff:1', '2026-10-01 10:00Z'),
         ($1, 'move', '{"from": "contacted", "to": "won"}', 'staff:1', '2026-10-04 23:00Z')`,
      [best]
    )
    await sql('delete from places_calls')
    await sql(
      `insert into places_calls (sku, month, number, at) select 's', '2026-09-01', n, timestamptz '2026-09-29 10:00Z'
       from generate_series(999, 1004) n`
    )
    const i18n = i18nManager.locale('fr')
    const report = await composeWeeklyReport(WEEK, () => true, i18n, 'prospector')
    const [goal, first, zones, moves] = report.blocks
    assert.equal(goal.figures![1].value, '2')
    assert.include(first.table!.rows[0][0].text, 'Garage')
    assert.equal(first.table!.rows[0][0].href, `/admin/leads/${best}`)
    assert.include(first.table!.rows[0][1].text, 'Activité +20')
    assert.lengthOf(zones.table!.rows, 2)
    assert.notInclude(zones.text, 'montrée')
    assert.deepEqual(
      moves.table!.rows.map((cells) => cells.map(({ text }) => text)),
      [
        ['Contacté', '2'],
        ['Ne pas contacter', '1'],
        ['À appeler', '1'],
      ]
    )
    const cost = report.blocks.at(-1)!
    assert.deepEqual(
      cost.figures!.map(({ value }) => value),
      ['6', '0.14 USD']
    )
    const html = await htmlReport(report, i18n)
    assert.notInclude(html, hostile)
    assert.notInclude(html, 'Dit par Google')
    assert.include(html, '/admin/reports/prospector?week=2026-W40')
    assert.include(plainReport(report, 'Titre', i18n), hostile)
  })

  test('counts those against the goal that are worth a call', async ({ assert }) => {
    const [qualified, almost] = [await newLead(), await newLead()]
    await intoWeek()
    await sql('update leads set score = case id when $1 then 50 when $2 then 49 end', [
      qualified,
      almost,
    ])
    const i18n = i18nManager.locale('fr')
    const { blocks } = await composeWeeklyReport(WEEK, () => true, i18n, 'prospector')
    assert.deepEqual(
      blocks[0].figures!.map(({ value }) => value),
      ['1 / 20', '2']
    )
  })

  test('says how many zones and trades it does not show', async ({ assert }) => {
    const zones = GOVERNORATES.slice(0, 14)
    for (const { code } of zones) await newLead({ governorate: code })
    await intoWeek()
    const report = await composeWeeklyReport(
      WEEK,
      () => true,
      i18nManager.locale('fr'),
      'prospector'
    )
    const block = report.blocks.find(({ title }) => title === 'Nouveaux par zone et activité')!
    assert.lengthOf(block.table!.rows, 12)
    assert.include(block.text, '2 autres lignes')
  })

  test('goes once to everybody who works leads, and to nobody else', async ({ assert }) => {
    const [sales] = [await createStaff('sales'), await createStaff('warehouse')]
    const mails = async () => {
      const [{ count }] = await sql<{ count: number }>(
        `select count(*)::int as count from ${JOBS_SCHEMA}.job where name = 'mail'`
      )
      return count
    }
    const before = await mails()
    const queued = await Promise.all([
      sendWeeklyReport(WEEK, 'prospector'),
      sendWeeklyReport(WEEK, 'prospector'),
    ])
    assert.equal(queued[0] + queued[1], 1)
    assert.equal(await mails(), before + 1)
    assert.equal(await sendWeeklyReport(WEEK, 'prospector'), 0)
    const browser = await loggedIn(sales)
    const html = await browser.htmlOf('/admin/reports/prospector?week=2026-W40')
    assert.include(html, 'Prospects, semaine 40')
    assert.include(html, sales.fullName)
    assert.equal(await browser.statusOf('/admin/reports/prospector/mail?week=2026-W40'), 200)
    assert.equal(await browser.statusOf('/admin/reports/weekly'), 403)
  })
})
