import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import { test } from '@japa/runner'
import i18nManager from '@adonisjs/i18n/services/main'
import { healthReadings } from '#app/admin/health'
import { lastingPath } from '#app/platform/project_root'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { KeptMailTransport } from '#app/platform/mail/kept_mail_transport'
import { ListedTransport } from '#app/platform/mail/listed_transport'
import { purgeSentMails } from '#app/platform/mail/purge_sent_mails'
import { definedTasks } from '#app/platform/schedule/task'
import app from '@adonisjs/core/services/app'
import { Mailbox } from '#tests/fakes/mailbox'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { createDeadJob } from '#tests/support/jobs'
import { createStaff } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { loggedIn } from '#tests/support/web_visitor'

const runsOf = (task: string) =>
  sql<{ slot: Date; state: string; jobId: string }>(
    `select slot, state, job_id::text as "jobId" from scheduled_runs where task = $1 order by slot`,
    [task]
  )

/** A mail that nobody sent. */
async function keepMail(html: string, text = 'Bonjour') {
  const transport = new KeptMailTransport(lastingPath(app, 'tmp/mails'))
  const { original } = await transport.send({
    ...{ from: 'shop@shabou.test', to: ['amel@shabou.test'], subject: 'Essai', html, text },
  })
  return original.id
}

test.group('Scheduled tasks', (group) => {
  group.each.setup(async () => {
    await sql('delete from scheduled_runs')
    await sql(`delete from ${JOBS_SCHEMA}.job where name like 'task.%'`)
  })

  test('are run out of turn as a slot of their own, once at a time', async ({ assert }) => {
    const member = await createStaff('owner')
    const visitor = await loggedIn(member)
    const run = () => visitor.post('/admin/schedule/purge/runs', {}, '/admin/schedule')
    const first = await run()
    assert.equal(first.status, 303)
    const [slot, ...others] = await runsOf('purge')
    assert.deepEqual([slot.state, others.length], ['queued', 0])
    const [job] = await sql<{ data: { slot: string; since: string } }>(
      `select data from ${JOBS_SCHEMA}.job where name = 'task.purge' and id = $1`,
      [slot.jobId]
    )
    assert.equal(job.data.slot, slot.slot.toISOString())

    await run()
    assert.lengthOf(await runsOf('purge'), 1)
    const { html } = await visitor.get('/admin/schedule?locale=fr')
    assert.include(html, 'déjà en cours')
    const [act] = await sql(
      `select actor, action from audit_log where entity = 'tasks' order by id desc limit 1`
    )
    assert.deepEqual(act, { actor: member.actor, action: 'started' })
  })

  test('cover the time since their last run', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const last = new Date('2026-11-01T03:20:00Z')
    await sql(
      `insert into scheduled_runs (task, slot, job_id, state, finished_at)
       values ('purge', $1, gen_random_uuid(), 'done', now() + interval '1 second')`,
      [last]
    )
    await visitor.post('/admin/schedule/purge/runs', {}, '/admin/schedule')
    const [{ data }] = await sql<{ data: { since: string } }>(
      `select data from ${JOBS_SCHEMA}.job where name = 'task.purge'`
    )
    assert.equal(data.since, last.toISOString())
  })

  test('show what they do, when they run next and how it went', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    await sql(
      `insert into scheduled_runs (task, slot, job_id, state, finished_at, error)
       values ('purge', now(), gen_random_uuid(), 'failed', now() + interval '1 second', 'no luck')`
    )
    const { html } = await visitor.get('/admin/schedule?locale=fr')
    assert.include(html, 'Grand ménage')
    assert.include(html, 'no luck')
    assert.match(html, /03:20/)
    const missing = await visitor.post('/admin/schedule/nothing/runs', {}, '/admin/schedule')
    assert.equal(missing.status, 404)
  })

  test('have words in every language', ({ assert }) => {
    const tasks = definedTasks().filter(({ name }) => !name.startsWith('test'))
    for (const locale of ['fr', 'ar', 'en']) {
      const i18n = i18nManager.locale(locale)
      const keys = tasks.flatMap(({ name }) => {
        const key = `system.task_${name.replace('.', '_')}`
        return [key, `${key}_text`]
      })
      assert.deepEqual(
        keys.filter((key) => !i18n.hasMessage(key)),
        [],
        locale
      )
    }
  })
})

test.group('Kept mails', () => {
  test('are listed in as many statements for many as for few', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const counts: number[] = []
    for (const rows of [10, 100]) {
      for (let n = 0; n < rows; n++) await keepMail('<p>x</p>')
      counts.push(await statementsOfVisit(() => visitor.get(`/admin/mails?limit=${rows}`)))
    }
    assert.equal(counts[1], counts[0])
  })

  test('are shown in a frame in which they can do nothing', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const id = await keepMail(
      '<p>Bonjour</p><script>alert(1)</script><img src="https://spy.test/x">'
    )
    const { html } = await visitor.get(`/admin/mails/${id}`)
    assert.include(html, `src="/admin/mails/${id}/body"`)
    assert.match(html, /<iframe [^>]*sandbox>/)
    assert.notInclude(html, '<script>alert')

    const body = await visitor.get(`/admin/mails/${id}/body`)
    const policy = body.headers.get('content-security-policy')!
    assert.equal(body.headers.get('x-frame-options'), 'SAMEORIGIN')
    assert.include(policy, `default-src 'none'`)
    assert.match(policy, /(^|; )sandbox($|;)/)
    assert.notInclude(policy, 'script-src')
    assert.equal(await visitor.statusOf('/admin/mails/999999999'), 404)
  })
})

test.group('Mails that left', (group) => {
  group.each.setup(async () => {
    await sql('delete from kept_mails')
    await sql(`delete from ${JOBS_SCHEMA}.job where name = 'mail' or source_name = 'mail'`)
  })

  /** Hands a mail to a server, and tells how often it came. */
  async function handOver(subject: string, times = 1) {
    const mailbox = await Mailbox.open()
    const { hostname: host, port } = new URL(mailbox.url)
    const transport = new ListedTransport(new SMTPTransport({ host, port: Number(port) }))
    const to = ['sami@garage.test', { address: 'amel@shabou.test', name: 'Amel' }]
    const mail = { from: 'shop@shabou.test', to, subject, text: 'Le lien secret' }
    for (let n = 0; n < times; n++)
      await transport.send({ ...mail, messageId: `<${subject}@shop>` })
    await transport.close()
    mailbox.close()
    return mailbox.mails.length
  }

  test('are listed once, with who was written to and without what was said', async ({ assert }) => {
    assert.equal(await handOver('facture', 2), 2)
    await keepMail('<p>x</p>')
    const rows = await sql(
      `select recipients, subject, text_body as text, html_body as html from kept_mails where sent_as is not null`
    )
    const recipients = 'sami@garage.test, amel@shabou.test'
    assert.deepEqual(rows, [{ recipients, subject: 'facture', text: null, html: null }])
    const visitor = await loggedIn(await createStaff('owner'))
    const list = await visitor.htmlOf('/admin/mails?locale=fr')
    assert.match(list, />Envoyé</)
    assert.match(list, />Gardé, pas envoyé</)
    const [, page] = /href="(\/admin\/mails\/\d+)">facture/.exec(list)!
    const shown = await visitor.htmlOf(page)
    assert.include(shown, recipients)
    assert.include(shown, 'n’est pas gardé')
    assert.equal(await visitor.statusOf(`${page}/body`), 404)
  })

  test('leave the list after 90 days, what nobody sent stays', async ({ assert }) => {
    for (const subject of ['old', 'new']) await handOver(subject)
    await keepMail('<p>x</p>')
    await sql(`update kept_mails set kept_at = now() - interval '91 days' where subject <> 'new'`)
    await purgeSentMails()
    const left = await sql<{ subject: string }>('select subject from kept_mails order by id')
    assert.deepEqual(
      left.map(({ subject }) => subject),
      ['new', 'Essai']
    )
  })

  test('stand below what waits, and what no server has taken', async ({ assert }) => {
    const owner = await loggedIn(await createStaff('owner'))
    assert.notInclude(await owner.htmlOf('/admin/mails?locale=fr'), 'class="notice')
    const { letterId } = await createDeadJob('mail', { sealed: 'x' })
    const failed = await owner.htmlOf('/admin/mails?locale=fr')
    assert.include(failed, '1 courriel n’a pas pu être remis.')
    assert.include(failed, 'href="/admin/jobs?state=failed"')
    await owner.post(`/admin/jobs/${letterId}/retry`, {}, '/admin/jobs')
    const waiting = await owner.htmlOf('/admin/mails?locale=fr')
    assert.include(waiting, '1 courriel attend d’être remis au serveur.')
    assert.notInclude(waiting, 'n’a pas pu')
  })
})

test.group('Health and settings', () => {
  test('tell each part in plain words, and never that what is absent works', async ({ assert }) => {
    const readings = await healthReadings()
    const stateOf = (label: string) => readings.find((line) => line.label === label)?.state
    assert.equal(stateOf('system.health_database'), 'ok')
    assert.equal(stateOf('system.feature_backups'), 'off')
    assert.isUndefined(stateOf('system.feature_prospector'), 'it answers for itself')
    assert.isUndefined(stateOf('system.feature_orion'))
    for (const locale of ['fr', 'ar', 'en']) {
      const i18n = i18nManager.locale(locale)
      for (const { label, text } of readings) {
        assert.isTrue(i18n.hasMessage(label) && i18n.hasMessage(text), `${locale} ${label} ${text}`)
      }
    }
    const visitor = await loggedIn(await createStaff('owner'))
    const { html } = await visitor.get('/admin/health?locale=fr')
    assert.include(html, 'Pas encore en place')
  })

  test('a search index with gaps is broken', async ({ assert }) => {
    await emptyCatalogue()
    const product = await createProduct()
    const stateOfSearch = async () => {
      const readings = await healthReadings()
      return readings.find(({ label }) => label === 'system.health_search')?.state
    }
    assert.equal(await stateOfSearch(), 'ok')
    await sql('delete from product_listings where product_id = $1', [product.id])
    assert.equal(await stateOfSearch(), 'bad')
  })

  test('settings show what is on, and no value that could be a secret', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const { html } = await visitor.get('/admin/settings?locale=fr')
    assert.include(html, 'SMTP_URL')
    assert.notInclude(html, process.env.APP_KEY ?? 'APP_KEY=')
    assert.notMatch(html, /postgres:\/\//)
  })
})
