import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ImportTarget } from '#app/imports/import_target'
import { sql } from '#app/platform/database/sql'
import { notAList } from '#app/imports/files/not_a_list'
import { rememberChange, saidInLists } from '#app/prospector/imports/imported_changes'
import { LEAD_RULES } from '#app/prospector/imports/lead_columns'
import { sampleOfLeads } from '#app/prospector/imports/sample_of_leads'
import { stageLead } from '#app/prospector/imports/stage_lead'
import { takeBackLeads } from '#app/prospector/imports/take_back_leads'
import { takeFindingIn } from '#app/prospector/leads/take_finding'
import type { Segment } from '#app/prospector/sources/finding'

/**
 * Businesses from a list of any kind. A row is known by its matricule, else by its telephone, mail address or name, so
 * that the same list again changes nothing. Whoever asked to be left alone is rejected.
 */
const leadsTarget: ImportTarget = {
  entity: 'leads',
  undoable: [],
  takeBack: takeBackLeads,
  sample: sampleOfLeads,
  // Each row is compared with the leads there are.
  batchRows: 200,

  columns: {
    name: 'text',
    segment: 'text',
    phones: 'jsonb',
    email: 'text',
    website: 'text',
    address: 'text',
    governorate: 'text',
    delegation: 'text',
    tax_id: 'text',
  },

  read() {
    return { name: 'leads', rules: LEAD_RULES, numbers: [], stage: stageLead }
  },

  expectColumns(columns, headers) {
    if (
      columns.has('name') &&
      (columns.has('phone') || columns.has('email') || columns.has('address'))
    )
      return
    throw notAList('businesses', headers, 'a name, and a phone, email or address')
  },

  async settle() {
    return []
  },

  async apply({ runId, trx }) {
    const rows = await sql<Row>(
      `select seq, name, segment, phones, email, website, address, governorate, delegation, tax_id as "taxId"
       from batch where reason is null order by seq`,
      [],
      trx
    )
    const outcome = { created: 0, updated: 0 }
    for (const row of rows) {
      const taken = await takeRow(row, runId, trx)
      if (taken === 'new') outcome.created++
      else if (taken === 'known') outcome.updated++
      else if (taken === 'suppressed') await reject(row.seq, trx)
    }
    return outcome
  },
}

export default leadsTarget

type Row = {
  seq: number
  name: string
  segment: Segment | null
  phones: string[] | null
  email: string | null
  website: string | null
  address: string | null
  governorate: string | null
  delegation: string | null
  taxId: string | null
}

/** `unchanged` when the list says of it what it said before. */
async function takeRow(row: Row, runId: number, trx: TransactionClientContract) {
  const { seq, email, phones, ...said } = row
  const key =
    row.taxId ?? phones?.[0] ?? email ?? `${row.name} ${row.delegation ?? row.governorate ?? seq}`
  const before = await saidInLists(key, trx)
  const { outcome } = await takeFindingIn(
    trx,
    {
      ...said,
      ...{ source: 'csv', key, phones: phones ?? [], emails: email ? [email] : [] },
      ...{ locality: null, location: null, makes: [], brands: [], signs: {} },
      ...{ seenAt: new Date(), evidence: [`import:${runId}`], expiresAt: null },
    },
    { actor: `import:${runId}` }
  )
  const after = await saidInLists(key, trx)
  const isSame = before?.says === after?.says
  if (after && !isSame) await rememberChange(runId, before, after, trx)
  return outcome === 'known' && isSame ? 'unchanged' : outcome
}

const reject = (seq: number, trx: TransactionClientContract) =>
  sql(
    `update batch set reason = 'somebody asked not to be reached at this telephone or address' where seq = $1`,
    [seq],
    trx
  )
