import type { LeadsAsked } from '#app/prospector/leads/lead_query'
import { leadsQuery } from '#app/prospector/leads/lead_query'
import type { LeadRow } from '#app/prospector/leads/lead_query'

export const EXPORT_COLUMNS = [
  ...['id', 'name', 'segment', 'status', 'score', 'band', 'phones', 'emails', 'website', 'address'],
  ...['governorate', 'delegation', 'tax_id', 'sources'],
]

const PAGE = 500

/** Leads as rows of a file, without anything that Google told: its terms let nobody pass it on. */
export async function* exportedLeads(asked: LeadsAsked): AsyncGenerator<string[]> {
  let cursor: string | undefined
  do {
    const { page, nextCursor } = await leadsQuery(asked, PAGE, cursor)
    for (const lead of page) if (!lead.optedOut) yield rowOf(lead)
    cursor = nextCursor ?? undefined
  } while (cursor)
}

function rowOf(lead: LeadRow): string[] {
  const own = (
    field: 'name' | 'segment' | 'website' | 'address' | 'governorate' | 'delegation' | 'taxId'
  ) => (lead.fieldOrigin[field] === 'google_cache' ? '' : (lead[field] ?? ''))
  const channels = (all: LeadRow['phones']) =>
    all
      .filter(({ origin }) => origin !== 'google_cache')
      .map(({ value }) => value)
      .join(' ')
  return [
    ...[String(lead.id), own('name'), own('segment'), lead.status, String(lead.score), lead.band],
    ...[channels(lead.phones), channels(lead.emails), own('website'), own('address')],
    ...[own('governorate'), own('delegation'), own('taxId')],
    [...new Set(lead.sources.map(({ source }) => source))].join(' '),
  ]
}
