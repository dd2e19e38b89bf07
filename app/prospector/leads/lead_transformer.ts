import type { LeadRow } from '#app/prospector/leads/lead_query'
import type { Origin } from '#app/prospector/leads/profile_of'

/** What has to stand beside whatever Google told. */
const GOOGLE = 'Google Maps'

/** Of whom anything that is shown comes. */
export const attributionsOf = ({ fieldOrigin, phones, emails }: LeadRow): string[] =>
  [
    ...Object.values<Origin>(fieldOrigin),
    ...[...phones, ...emails].map(({ origin }) => origin),
  ].includes('google_cache')
    ? [GOOGLE]
    : []

/**
 * A lead as the API tells it. What Google told is named in `fieldOrigin`, may be shown with its attribution until it
 * expires, and must not be stored.
 */
export const leadAnswer = (lead: LeadRow) => ({
  id: lead.id,
  name: lead.name,
  segment: lead.segment,
  phones: lead.phones.map(({ value }) => value),
  emails: lead.emails.map(({ value }) => value),
  website: lead.website,
  address: lead.address,
  locality: lead.locality ?? lead.delegation,
  delegation: lead.delegation,
  governorate: lead.governorate,
  taxId: lead.taxId,
  makes: lead.makes,
  brands: lead.brands,
  closed: lead.closed,
  score: lead.score,
  band: lead.band,
  terms: lead.terms,
  ruleset: lead.ruleset,
  status: lead.status,
  notes: lead.notes,
  customerId: lead.customerId,
  mergedInto: lead.mergedInto,
  distanceKm: lead.distanceKm === null ? null : Math.round(lead.distanceKm * 10) / 10,
  sources: lead.sources,
  fieldOrigin: lead.fieldOrigin,
  attributions: attributionsOf(lead),
  createdAt: lead.createdAt,
})
