import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import { forecastDemand } from '#app/orion/forecasts/forecast_demand'
import { countAlarms } from '#app/orion/forecasts/model_report_query'
import { trainModels } from '#app/orion/training/train_models'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { nextSlot } from '#app/platform/schedule/slots'
import { definedTasks } from '#app/platform/schedule/task'
import { sql } from '#app/platform/database/sql'
import { emptyOrion, sellingProducts, TODAY } from '#tests/support/sales'
import { createStaff } from '#tests/support/staff'

const mails = async () => {
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from ${JOBS_SCHEMA}.job where name = 'mail'`
  )
  return count
}

async function lastMail() {
  const [{ data }] = await sql<{ data: { sealed: string } }>(
    `select data from ${JOBS_SCHEMA}.job where name = 'mail' order by created_on desc limit 1`
  )
  return encryption.decrypt<{ to: unknown; subject: string; text: string }>(data.sealed)!
}

test.group('What was forecast, looked at later', (group) => {
  group.setup(async () => {
    await emptyOrion()
    await sellingProducts(4, (product, month) => (product + month) % 4)
    await trainModels({ today: '2026-08-15' })
  })
  group.teardown(() => emptyOrion())

  test('is scored once its month is over, and three bad months raise one alarm and a mail each', async ({
    assert,
  }) => {
    await createStaff('owner')
    const before = await mails()
    for (const month of ['08', '09', '10']) await forecastDemand({ today: `2026-${month}-15` })
    const said = await sql(
      'select origin::text as origin, count(*)::int as parts from forecast_tracks group by 1'
    )
    assert.deepEqual(said, [{ origin: '2026-10-01', parts: 4 }])
    const scores = async () =>
      sql<{ origin: string; wql95: number }>(
        'select origin::text as origin, wql95 from forecast_scores order by 1'
      )
    const known = await scores()
    assert.deepEqual(
      known.map(({ origin }) => origin),
      ['2026-08-01', '2026-09-01']
    )
    assert.isTrue(known.every(({ wql95 }) => wql95 > 0 && wql95 < 2))
    assert.isEmpty(await sql('select 1 as alarm from forecast_alarms'))

    await sql('update forecast_scores set wql95 = 9')
    await forecastDemand({ today: TODAY })
    await forecastDemand({ today: TODAY })
    assert.lengthOf(await scores(), 3)
    const alarms = await sql<{ wql95: number; promised: number }>(
      'select wql95, promised from forecast_alarms'
    )
    assert.lengthOf(alarms, 1)
    assert.isAbove(alarms[0].wql95, 1.15 * alarms[0].promised)
    const owners = await sql(
      `select m.id from staff_members m join roles r on r.key = m.role
       where m.disabled_at is null and (r.key = 'owner' or 'forecasts:write' = any (r.abilities))`
    )
    assert.equal((await mails()) - before, owners.length)
    const told = await lastMail()
    const { to, subject, text } = told
    assert.equal([to].flat().length, 1)
    assert.include(subject, 'moins bonnes que prévu')
    assert.include(text, `${alarms[0].wql95.toFixed(2)}, contre ${alarms[0].promised.toFixed(2)}`)
    assert.include(text, '/admin/forecasts/model')
  })

  test('each month is judged by the model that spoke of it, and a bad stretch is told once', async ({
    assert,
  }) => {
    await emptyOrion()
    await sellingProducts(4, (product, month) => (product + month) % 4)
    await createStaff('owner')
    const learned: number[] = []
    const monthOf = async (month: string) => {
      const { model } = await trainModels({ today: `2026-${month}-01` })
      learned.push(model)
      await forecastDemand({ today: `2026-${month}-01` })
    }
    const bad = () => sql('update forecast_scores set wql95 = 9')
    for (const month of ['06', '07', '08']) await monthOf(month)
    const before = await mails()
    await bad()
    await monthOf('09')
    const told = await mails()
    assert.isAbove(told, before)
    await bad()
    await monthOf('10')
    assert.equal(await mails(), told)
    assert.equal(await countAlarms(), 1)
    const scores = await sql<{ model: number }>(
      'select model_id as model from forecast_scores order by origin'
    )
    assert.deepEqual(
      scores.map(({ model }) => model),
      learned.slice(0, 4)
    )
    const promised = await sql<{ promised: number; told: number }>(
      `select a.promised, (select avg((m.evaluation #>> '{report,wql,q95}')::real)
         from forecast_models m where m.id = any ($1)) as told from forecast_alarms a`,
      [learned.slice(1, 4)]
    )
    assert.lengthOf(promised, 1)
    assert.closeTo(promised[0].promised, promised[0].told, 1e-5)
    await sql('update forecast_scores set wql95 = 0')
    await monthOf('11')
    assert.equal(await countAlarms(), 0)
  })

  test('is worse beyond 1.15 times what was promised, over three months', async ({ assert }) => {
    await emptyOrion()
    await sellingProducts(4, (product, month) => (product + month) % 4)
    await trainModels({ today: '2026-08-15' })
    for (const month of ['08', '09', '10']) await forecastDemand({ today: `2026-${month}-15` })
    const said = await sql<Record<string, unknown>>(
      'select origin::text as origin, product_id, q95, model_id from forecast_tracks'
    )
    await forecastDemand({ today: TODAY })
    const [{ promised }] = await sql<{ promised: number }>(
      `update forecast_models m set evaluation = jsonb_set(m.evaluation::jsonb, '{report,wql,q95}', to_jsonb(s.wql95))
       from forecast_scores s where s.origin = '2026-10-01' returning s.wql95 as promised`
    )
    /** Looks at October again, beside two months that make the mean of all three so many times what was promised. */
    const alarmsAt = async (times: number) => {
      await sql('delete from forecast_alarms')
      await sql(`delete from forecast_scores where origin = '2026-10-01'`)
      await sql('update forecast_scores set wql95 = $1', [((3 * times - 1) * promised) / 2])
      await sql(
        `insert into forecast_tracks (origin, product_id, q95, model_id)
         select * from jsonb_to_recordset($1) as t (origin date, product_id int, q95 real, model_id int)`,
        [JSON.stringify(said)]
      )
      await forecastDemand({ today: TODAY })
      return countAlarms()
    }
    assert.isAbove(promised, 0)
    assert.equal(await alarmsAt(1.14), 0)
    assert.equal(await alarmsAt(1.16), 1)
    await sql(`delete from forecast_scores where origin = '2026-08-01'`)
    assert.equal(await alarmsAt(9), 0, 'two months')
  })

  test('forecasts come on Sundays at three, learning on the first at four', ({ assert }) => {
    const next = (name: string) => {
      const { cron, zone } = definedTasks().find((task) => task.name === name)!
      return nextSlot(cron, zone, new Date('2026-11-26T12:00:00Z')).toISOString()
    }
    assert.equal(next('orion_forecast'), '2026-11-29T02:00:00.000Z')
    assert.equal(next('orion_train'), '2026-12-01T03:00:00.000Z')
  })
})
