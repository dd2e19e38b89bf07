import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { enqueue } from '#app/platform/jobs/enqueue'
import { mailJob } from '#app/platform/mail/mail_job'
import { DEAD_LETTERS } from '#app/platform/jobs/prepare'
import { assertDescribed } from '#tests/support/api_contract'
import { bearer, createStaff } from '#tests/support/staff'
import { statementsOfVisit } from '#tests/support/statements'
import { loggedIn } from '#tests/support/web_visitor'
import { createDeadJob } from '#tests/support/jobs'

type Job = { id: string; queue: string; data: Record<string, unknown>; error: string }

const jobsNamed = (name: string) =>
  sql<{ id: string; state: string; data: object }>(
    `select id::text, state::text, data from ${JOBS_SCHEMA}.job where name = $1`,
    [name]
  )

test.group('Background jobs', (group) => {
  group.each.setup(async () => {
    await sql(`delete from ${JOBS_SCHEMA}.job`)
  })

  test('failed ones are listed with what went wrong, and without secrets', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    await createDeadJob('staff.warn_of_guessing', { email: 'a@b.tn', token: 'secret-token' })
    await createDeadJob('mail', { sealed: 'sealed-secret' })
    const response = await client.get('/api/admin/jobs').bearerToken(token)
    response.assertStatus(200)
    assertDescribed('/api/admin/jobs', 'get', response)
    const jobs = response.body().data as Job[]
    assert.sameMembers(
      jobs.map(({ queue }) => queue),
      ['staff.warn_of_guessing', 'mail']
    )
    assert.equal(jobs[0].error, 'no luck')
    assert.notInclude(JSON.stringify(jobs), 'secret-token')
    assert.notInclude(JSON.stringify(jobs), 'sealed-secret')
    assert.include(JSON.stringify(jobs), 'a@b.tn')

    const queues = await client.get('/api/admin/queues').bearerToken(token)
    assertDescribed('/api/admin/queues', 'get', queues)
    const mail = queues.body().data.find(({ name }: { name: string }) => name === 'mail')
    assert.containSubset(mail, { failed: 1, waiting: 0, active: 0 })
  })

  test('a failed one gets all its tries again, once, under its old id', async ({
    client,
    assert,
  }) => {
    const { member, token } = await bearer()
    const { id, letterId } = await createDeadJob('staff.warn_of_guessing', { email: 'a@b.tn' })
    const retry = () => client.post(`/api/admin/jobs/${letterId}/retry`).bearerToken(token)
    const [one, other] = await Promise.all([retry(), retry()])
    assert.sameMembers([one.status(), other.status()], [204, 404])
    assert.deepEqual(await jobsNamed('staff.warn_of_guessing'), [
      { id, state: 'created', data: { email: 'a@b.tn' } },
    ])
    assert.lengthOf(await jobsNamed(DEAD_LETTERS), 0)
    const [act] = await sql(
      `select actor, action, label from audit_log where entity = 'jobs' and entity_id = $1`,
      [id]
    )
    assert.deepEqual(act, {
      ...{ actor: member.actor, action: 'retried', label: 'staff.warn_of_guessing' },
    })
  })

  test('work that nobody knows any more is not tried again', async ({ client, assert }) => {
    const { token } = await bearer()
    const { letterId } = await createDeadJob('mail', { sealed: 'x' })
    await sql(`update ${JOBS_SCHEMA}.job set source_name = 'gone' where id = $1`, [letterId])
    const response = await client.post(`/api/admin/jobs/${letterId}/retry`).bearerToken(token)
    response.assertStatus(409)
    assert.lengthOf(await jobsNamed(DEAD_LETTERS), 1)
  })

  test('a failed one can be thrown away', async ({ client, assert }) => {
    const { token } = await bearer()
    const { letterId } = await createDeadJob('mail', { sealed: 'x' })
    const response = await client.delete(`/api/admin/jobs/${letterId}`).bearerToken(token)
    response.assertStatus(204)
    assert.lengthOf(await jobsNamed(DEAD_LETTERS), 0)
    const again = await client.delete(`/api/admin/jobs/${letterId}`).bearerToken(token)
    again.assertStatus(404)
  })

  test('a waiting one can be taken back, a finished one cannot', async ({ client, assert }) => {
    const { token } = await bearer()
    const id = await enqueue(mailJob, { sealed: 'x' })
    const cancel = () => client.post(`/api/admin/jobs/${id}/cancellation`).bearerToken(token)
    const response = await cancel()
    response.assertStatus(204)
    const [job] = await jobsNamed('mail')
    assert.equal(job.state, 'cancelled')
    const again = await cancel()
    again.assertStatus(404)
  })

  test('each way in needs its right', async ({ client, assert }) => {
    const { token } = await bearer('accountant')
    const { letterId } = await createDeadJob('mail', { sealed: 'x' })
    for (const path of ['/api/admin/jobs', '/api/admin/queues']) {
      const response = await client.get(path).bearerToken(token)
      response.assertStatus(403)
    }
    const retry = await client.post(`/api/admin/jobs/${letterId}/retry`).bearerToken(token)
    retry.assertStatus(403)
    const visitor = await loggedIn(await createStaff('accountant'))
    for (const page of ['jobs', 'schedule', 'mails', 'health', 'settings']) {
      assert.equal(await visitor.statusOf(`/admin/${page}`), 403, page)
    }
    assert.equal(await visitor.statusOf('/admin/audit'), 200)
  })

  test('the page tries again, cancels and deletes', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('owner'))
    const { id, letterId } = await createDeadJob('mail', { sealed: 'x' })
    const spare = await createDeadJob('mail', { sealed: 'y' })
    const retried = await visitor.post(`/admin/jobs/${letterId}/retry`, {}, '/admin/jobs')
    assert.equal(retried.status, 303)
    const cancelled = await visitor.post(`/admin/jobs/${id}/cancellation`, {}, '/admin/jobs')
    assert.equal(cancelled.status, 303)
    const deleted = await visitor.post(`/admin/jobs/${spare.letterId}/deletion`, {}, '/admin/jobs')
    assert.equal(deleted.status, 303)
    const states = await jobsNamed('mail')
    assert.equal(states.find((job) => job.id === id)?.state, 'cancelled')
    assert.lengthOf(await jobsNamed(DEAD_LETTERS), 0)

    const { html } = await visitor.get('/admin/jobs?locale=fr')
    assert.include(html, 'Le travail est supprimé.')
    const late = await visitor.post(`/admin/jobs/${letterId}/retry`, {}, '/admin/jobs')
    assert.equal(late.status, 303)
    const { html: told } = await visitor.get('/admin/jobs?locale=fr')
    assert.include(told, 'vient de se terminer')
  })

  test('NPL-01 of jobs: pages without gaps, in as many statements for many as for few', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer()
    const visitor = await loggedIn(await createStaff('owner'))
    const counts: number[] = []
    for (const rows of [10, 100]) {
      for (let n = 0; n < rows; n++) await createDeadJob('mail', { sealed: 'x' })
      counts.push(await statementsOfVisit(() => visitor.get(`/admin/jobs?limit=${rows}`)))
    }
    assert.equal(counts[1], counts[0])

    const ids: string[] = []
    let cursor: string | null = null
    do {
      const query: Record<string, string> = { limit: '40', ...(cursor && { cursor }) }
      const response = await client.get('/api/admin/jobs').qs(query).bearerToken(token)
      ids.push(...response.body().data.map((job: Job) => job.id))
      cursor = response.body().meta.nextCursor
    } while (cursor)
    assert.lengthOf(new Set(ids), 110)
    assert.lengthOf(ids, 110)
  })
})
