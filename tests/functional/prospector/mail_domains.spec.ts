import { Resolver } from 'node:dns/promises'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { leadQuery } from '#app/prospector/leads/lead_query'
import { checkMailDomains } from '#app/prospector/score/check_mail_domains'
import { startNameServer } from '#tests/fakes/name_server'
import { emptyLeads, newLead } from '#tests/support/leads/findings'

test.group('Which addresses take mail', (group) => {
  group.each.setup(async () => {
    await emptyLeads()
    await sql('delete from mail_domains')
  })
  group.teardown(() => emptyLeads())

  test('is asked once, and a name server that fails says nothing', async ({ assert, cleanup }) => {
    const server = await startNameServer({
      'recoit.tn': true,
      'muet.tn': false,
      'panne.tn': 'broken',
    })
    cleanup(server.stop)
    const resolver = new Resolver({ timeout: 1_000, tries: 1 })
    resolver.setServers([server.address])
    const leads = [
      await newLead({ emails: ['contact@recoit.tn'] }),
      await newLead({ emails: ['contact@muet.tn'] }),
      await newLead({ emails: ['contact@panne.tn'] }),
    ]
    assert.equal(await checkMailDomains(resolver), 2)
    const points = await Promise.all(
      leads.map(async (id) => {
        const { terms } = await leadQuery(id)
        return terms.find(({ k }) => k === 'data.email')?.v ?? 0
      })
    )
    assert.deepEqual(points, [4, 0, 0])
    assert.equal(await checkMailDomains(resolver), 0)
    const known = await sql<{ domain: string }>('select domain from mail_domains order by 1')
    assert.deepEqual(
      known.map(({ domain }) => domain),
      ['muet.tn', 'recoit.tn']
    )
  })
})
