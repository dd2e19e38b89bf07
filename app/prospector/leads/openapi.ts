import vine from '@vinejs/vine'
import { count, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { LEAD_STATUSES } from '#app/prospector/leads/lead_status'
import {
  BANDS,
  leadIdValidator,
  leadListValidator,
  leadPatchValidator,
} from '#app/prospector/leads/lead_validators'
import { SEGMENTS, SOURCE_NAMES } from '#app/prospector/sources/finding'

const staff = { tag: 'Prospector (staff)', staff: true }

const whole = () => vine.number().meta({ type: 'integer' })

const lead = () =>
  vine.object({
    id: count(),
    name: text().nullable(),
    segment: vine.enum(SEGMENTS).nullable(),
    phones: vine.array(text()),
    emails: vine.array(text()),
    website: text().nullable(),
    address: text().nullable(),
    locality: text().nullable(),
    delegation: text().nullable(),
    governorate: text().nullable(),
    taxId: text().nullable(),
    makes: vine.array(text()),
    brands: vine.array(text()),
    closed: truth(),
    score: count(),
    band: vine.enum(BANDS),
    terms: vine.array(vine.object({ k: text(), v: whole(), why: text() })),
    ruleset: whole().nullable(),
    status: vine.enum(LEAD_STATUSES),
    notes: text().nullable(),
    customerId: whole().nullable(),
    mergedInto: whole().nullable(),
    distanceKm: vine.number().nullable(),
    sources: vine.array(
      vine.object({
        source: vine.enum(SOURCE_NAMES),
        key: text(),
        firstSeenAt: text(),
        lastSeenAt: text(),
        expiresAt: text().nullable(),
        evidence: vine.array(text()),
      })
    ),
    fieldOrigin: vine.record(text()),
    attributions: vine.array(text()),
    createdAt: text(),
  })

const list = {
  ...staff,
  summary:
    'Leads, those worth most first; what Google told is named in fieldOrigin and must not be stored',
  query: leadListValidator,
  answer: page(lead()),
}

describeRoutes({
  'admin.leads.index': list,
  'prospector.leads': list,
  'admin.leads.show': {
    ...staff,
    summary: 'A lead with its score, each term with its reason',
    params: leadIdValidator,
    answer: one(lead()),
    problems: [404],
  },
  'admin.leads.update': {
    ...staff,
    summary:
      'Move a lead on, add a note, or both; notes answers the newest one; never_contact is an opt-out, for ever',
    params: leadIdValidator,
    body: leadPatchValidator,
    answer: one(lead()),
    problems: [404, 409],
  },
})
