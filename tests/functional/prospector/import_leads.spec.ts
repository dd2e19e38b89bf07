import { test } from '@japa/runner'
import type { ImportResult } from '#app/imports/runs/carry_out_run'
import { sql } from '#app/platform/database/sql'
import { leadsQuery } from '#app/prospector/leads/lead_query'
import { optOut } from '#app/prospector/leads/opt_out'
import { runCommand } from '#tests/support/imports'
import { emptyLeads, newLead } from '#tests/support/leads/findings'
import { TESTING } from '#tests/support/staff'
import { temporaryFile } from '#tests/support/temporary_files'

const FILE = [
  'Raison sociale;Activité;Téléphone;Mail;Gouvernorat;Ville;Matricule fiscal',
  'Garage Zahra;Mécanique générale;71 222 333;contact@zahra.tn;Ben Arous;Ezzahra;1234567 R',
  'كراج الزهراء;;71222333;;Ben Arous;;',
  'Auto-école Lac;Auto école;98 000 777;;Tunis;;',
  'Sans téléphone;Garage;12;;Tunis;;',
  'Tranquille;Garage;98 000 888;;Tunis;;',
].join('\n')

const importing = async (path: string) => {
  const { output } = await runCommand('leads:import', [path, '--json'])
  return JSON.parse(output) as ImportResult
}

test.group('leads:import', (group) => {
  group.each.setup(() => emptyLeads())
  group.teardown(() => emptyLeads())

  test('lists in French words become leads, without duplicates or opt-outs', async ({
    assert,
    test: self,
  }) => {
    await optOut(await newLead({ phones: ['+21698000888'] }), null, TESTING)
    const path = await temporaryFile(self, 'prospects.csv', FILE)
    const { counts } = await importing(path)
    assert.include(counts, { created: 2, updated: 1, rejected: 2 })
    const { page } = await leadsQuery({ source: 'csv' }, 10)
    const [garage, school] = page.sort((a, b) => a.id - b.id)
    assert.containSubset(garage, {
      ...{ name: 'كراج الزهراء', segment: 'garage', governorate: 'TN-13', delegation: 'Ezzahra' },
      ...{ taxId: '1234567R', phones: [{ value: '+21671222333', origin: 'csv' }] },
    })
    assert.lengthOf(garage.sources, 2)
    assert.equal(school.segment, 'driving_school')
    const again = await importing(path)
    assert.include(again.counts, { created: 0, updated: 0, unchanged: 3, rejected: 2 })
    const [{ leads }] = await sql<{ leads: number }>(
      `select count(*)::int as leads from leads where not opted_out`
    )
    assert.equal(leads, 2)
  })
})
