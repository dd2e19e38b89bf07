import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { emptyProspector } from '#tests/support/prospector_runs'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

test.group('Pages of runs', (group) => {
  group.each.setup(async () => {
    await emptyProspector()
    return emptyProspector
  })

  test('tell what was asked, what was left out and why, in three languages', async ({ assert }) => {
    const [{ id }] = await sql<{ id: number }>(
      `insert into prospector_runs (zone, most_asks, state, finished_at) values ('TN-61', 3, 'done', now())
       returning id`
    )
    await sql(
      `insert into prospector_steps (run_id, source, key, query, zone, state, reason, finished_at, found, new)
       values ($1, 'website', 'garage.example', null, null, 'done', 'robots', now(), 0, 0),
         ($1, 'places', 'garage | TN-61', 'garage', 'TN-61', 'skipped', 'ceiling', now(), 0, 0),
         ($1, 'places', '<script>alert(1)</script>', null, null, 'done', null, now(), 7, 5)`,
      [id]
    )
    const visitor = await loggedIn(await createStaff('sales'))
    const pages = await visitor.get('/admin/prospector/runs?locale=fr')
    assert.include(pages.html, 'Recherche de prospects')
    assert.include(pages.html, 'aucun appel payant')
    for (const [locale, words] of [
      ['fr', ['Interdit par robots.txt', 'Plafond du mois atteint', '7 entreprises trouvées']],
      ['ar', ['يمنعه robots.txt', 'بلغ سقف الشهر', '←', 'garage · صفاقس']],
      ['en', ['Forbidden by robots.txt', 'Ceiling of the month reached']],
    ] as [string, string[]][]) {
      const { html, status } = await visitor.get(`/admin/prospector/runs/${id}?locale=${locale}`)
      assert.equal(status, 200)
      for (const word of words) assert.include(html, word)
      assert.notInclude(html, '<script>alert(1)')
    }
    const missing = await visitor.get('/admin/prospector/runs/999999')
    assert.equal(missing.status, 404)
  })

  test('take addresses of websites to be read, and of nothing else', async ({ assert }) => {
    const visitor = await loggedIn(await createStaff('sales'))
    const add = (address: string) =>
      visitor.post('/admin/prospector/sites', { address }, '/admin/prospector/runs')

    for (const address of [
      'javascript:alert(1)',
      'http://a:b@x.tn/',
      'http://x.tn:8080/',
      'local',
    ]) {
      await add(address)
    }
    assert.isEmpty(await sql('select 1 from prospector_sites'))
    const { status } = await add('www.fournisseur.example/fr')
    assert.equal(status, 303)
    assert.deepEqual(await sql('select host, address, origin from prospector_sites'), [
      {
        host: 'fournisseur.example',
        address: 'http://www.fournisseur.example/fr',
        origin: 'manual',
      },
    ])
  })
})
