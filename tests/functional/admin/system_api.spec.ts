import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { lastingPath } from '#app/platform/project_root'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { KeptMailTransport } from '#app/platform/mail/kept_mail_transport'
import { assertDescribed } from '#tests/support/api_contract'
import { bearer } from '#tests/support/staff'

type View = { id: number; name: string; isOwn: boolean }

test.group('What keeps the shop running, as JSON', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from saved_views')
    await sql('delete from scheduled_runs')
    await sql(`delete from ${JOBS_SCHEMA}.job where name like 'task.%'`)
  })

  test('saved views are kept, shared and thrown away by their owner alone', async ({
    client,
    assert,
  }) => {
    const url = '/api/admin/views'
    const [mine, other] = [await bearer('counter'), await bearer('buyer')]
    const body = { page: 'products', name: 'Brouillons', query: 'view=draft&cursor=x' }
    const saved = await client
      .post(url)
      .bearerToken(mine.token)
      .json({ ...body, isShared: true })
    saved.assertStatus(201)
    assertDescribed(url, 'post', saved)
    await client
      .post(url)
      .bearerToken(mine.token)
      .json({ ...body, name: 'Actifs' })

    const seen = await client.get(url).qs({ page: 'products' }).bearerToken(other.token)
    assertDescribed(url, 'get', seen)
    assert.deepEqual(seen.body().data, [
      {
        ...{ id: saved.body().data.id, name: 'Brouillons', query: 'view=draft', columns: null },
        ...{ isShared: true, isOwn: false },
      },
    ])
    const own = await client.get(url).qs({ page: 'products' }).bearerToken(mine.token)
    const views = own.body().data as View[]
    assert.deepEqual(
      views.map(({ name, isOwn }) => [name, isOwn]),
      [
        ['Actifs', true],
        ['Brouillons', true],
      ]
    )
    const foreign = await client.delete(`${url}/${views[1].id}`).bearerToken(other.token)
    foreign.assertStatus(404)
    const gone = await client.delete(`${url}/${views[1].id}`).bearerToken(mine.token)
    gone.assertStatus(204)
    const nowhere = await client.get(url).qs({ page: 'nowhere' }).bearerToken(mine.token)
    nowhere.assertStatus(422)
  })

  test('how a list is liked is asked for and changed, each by itself', async ({
    client,
    assert,
  }) => {
    const [url, described] = [
      '/api/admin/list-preferences/products',
      '/api/admin/list-preferences/{page}',
    ]
    const [mine, other] = [await bearer('counter'), await bearer('buyer')]
    const usual = await client.get(url).bearerToken(mine.token)
    assertDescribed(described, 'get', usual)
    assert.deepEqual(usual.body().data, { columns: null, isCompact: false })

    await client
      .patch(url)
      .bearerToken(mine.token)
      .json({ columns: ['brand', 'price'] })
    const tight = await client.patch(url).bearerToken(mine.token).json({ isCompact: true })
    assertDescribed(described, 'patch', tight)
    assert.deepEqual(tight.body().data, { columns: ['brand', 'price'], isCompact: true })

    const theirs = await client.get(url).bearerToken(other.token)
    assert.deepEqual(theirs.body().data, { columns: null, isCompact: false })
    const nowhere = await client.get('/api/admin/list-preferences/nowhere').bearerToken(mine.token)
    nowhere.assertStatus(422)
  })

  test('tasks are listed and run out of turn, once at a time', async ({ client, assert }) => {
    const { token } = await bearer('owner')
    const run = () => client.post('/api/admin/schedule/purge/runs').bearerToken(token)
    const first = await run()
    first.assertStatus(204)
    const second = await run()
    second.assertStatus(409)
    const unknown = await client.post('/api/admin/schedule/nothing/runs').bearerToken(token)
    unknown.assertStatus(404)
    const list = await client.get('/api/admin/schedule').bearerToken(token)
    assertDescribed('/api/admin/schedule', 'get', list)
    assert.containsSubset(list.body().data, [{ name: 'purge', lastRun: { state: 'queued' } }])
  })

  test('kept mails are listed and read', async ({ client, assert }) => {
    const { token } = await bearer('owner')
    const transport = new KeptMailTransport(lastingPath(app, 'tmp/mails'))
    const mail = { from: 'shop@shabou.test', to: ['amel@shabou.test'], subject: 'Essai' }
    const { original } = await transport.send({ ...mail, html: '<p>Bonjour</p>', text: 'Bonjour' })
    const list = await client.get('/api/admin/mails').qs({ limit: 1 }).bearerToken(token)
    assertDescribed('/api/admin/mails', 'get', list)
    assert.containsSubset(list.body().data, [{ id: original.id, subject: 'Essai', isSent: false }])
    const read = await client.get(`/api/admin/mails/${original.id}`).bearerToken(token)
    assertDescribed('/api/admin/mails/{id}', 'get', read)
    assert.containsSubset(read.body().data, { text: 'Bonjour', html: '<p>Bonjour</p>' })
    const missing = await client.get('/api/admin/mails/2147483000').bearerToken(token)
    missing.assertStatus(404)
  })

  test('health is told in the language asked for', async ({ client, assert }) => {
    const { token } = await bearer('owner')
    const told = async (locale: string) => {
      const answer = await client.get('/api/admin/health').qs({ locale }).bearerToken(token)
      answer.assertStatus(200)
      assertDescribed('/api/admin/health', 'get', answer)
      const parts = answer.body().data as { part: string; state: string; text: string }[]
      return parts.find(({ part }) => part === 'system.feature_backups')!
    }
    const french = await told('fr')
    assert.deepEqual([french.state, french.text], ['off', 'Pas encore en place.'])
    const english = await told('en')
    assert.notEqual(english.text, french.text)
  })
})
