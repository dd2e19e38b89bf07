import type { Segment } from '#app/prospector/sources/finding'
import type { Rules } from '#app/prospector/score/rules'

/** How a lead has shown interest; each kind counts once, at its newest. */
export const ENGAGEMENTS = [
  'quote',
  'reply',
  'call',
  'whatsapp',
  'email_click',
  'email_open',
] as const
export type Engagement = (typeof ENGAGEMENTS)[number]

/** What a score is made of. */
export type LeadFacts = {
  segment: Segment | null
  /** To the shop, as the crow flies; null where nobody knows where it is. */
  distanceKm: number | null
  governorate: string | null
  sites: number
  vehicles: number
  reviews: number
  /** Share of the makes it serves that we have parts for, 0 to 1; null when it names none. */
  makesInStock: number | null
  engaged: Partial<Record<Engagement, Date>>
  lastOrderAt: Date | null
  /** Asked to be called, or has a business account. */
  asked: boolean
  hasPhone: boolean
  /** An address at a domain that takes mail. */
  hasEmail: boolean
  hasAddress: boolean
  /** A matricule whose letter fits. */
  taxId: string | null
  website: string | null
  /** An address of a function, such as contact@. */
  contactRole: string | null
  /** Any telephone or mail address at all. */
  isReachable: boolean
  isClosed: boolean
  hasOptedOut: boolean
  hasUnpaidInvoice: boolean
  refusedDeliveries: number
  reasons: Reasons
}

/** What some of the facts were seen by; of those that do not hold, nothing. */
export type Reasons = {
  /** Who told the telephone, the address, or that it is closed: `own_site`, `google_cache` … */
  phone?: string | null
  address?: string | null
  closed?: string | null
  /** How somebody asked: in a `contact`, or by a business `account`. */
  asked?: 'contact' | 'account' | null
  /** Number of an invoice that is not paid. */
  unpaid?: string | null
  /** Day of the opt-out, such as `2026-11-27`. */
  optedOut?: string | null
}

/** A part of a score: what for, how many points, and what that was seen by. */
export type Term = { k: string; v: number; why: string }
export type Band = 'A' | 'B' | 'C' | 'D'
export type Score = { score: number; band: Band; terms: Term[] }

const DAY = 86_400_000

/**
 * What a lead is worth, 0 to 100: the sum of its terms, cut off at both ends. The same facts, rules and clock give
 * the same score; more of a good thing never gives less.
 */
export function scoreOf(facts: LeadFacts, rules: Rules, now: Date): Score {
  const terms = [
    ...fit(facts, rules),
    ...engagement(facts, rules, now),
    ...data(facts, rules),
    ...penalties(facts, rules),
  ].filter(({ v }) => v !== 0)
  const kept = [...terms, ...ruledOut(facts, totalOf(terms))]
  const score = Math.max(0, Math.min(100, totalOf(kept)))
  return { score, band: bandOf(score, rules), terms: kept }
}

export const totalOf = (terms: Term[]) => terms.reduce((sum, { v }) => sum + v, 0)

function bandOf(score: number, rules: Rules): Band {
  if (score >= rules.band_a) return 'A'
  if (score >= rules.band_b) return 'B'
  return score >= rules.band_c ? 'C' : 'D'
}

function fit(facts: LeadFacts, rules: Rules): Term[] {
  const { segment, makesInStock } = facts
  const terms: Term[] = []
  if (segment) terms.push({ k: 'fit.segment', v: rules[`segment_${segment}`], why: segment })
  terms.push(...distance(facts, rules), ...size(facts, rules))
  if (makesInStock !== null) {
    const percent = Math.round(makesInStock * 100)
    const v =
      percent >= rules.most_makes_percent
        ? rules.most_makes
        : percent >= rules.some_makes_percent
          ? rules.some_makes
          : 0
    terms.push({ k: 'fit.makes', v, why: `${percent} %` })
  }
  return terms
}

function distance({ distanceKm, governorate }: LeadFacts, rules: Rules): Term[] {
  const k = 'fit.distance'
  const carried = { k: 'fit.carrier', v: rules.carrier, why: governorate ?? '' }
  if (distanceKm === null) return governorate ? [carried] : []
  const why = `${distanceKm.toFixed(1)} km`
  if (distanceKm < rules.near_km) return [{ k, v: rules.near, why }]
  if (distanceKm < rules.middle_km) return [{ k, v: rules.middle, why }]
  if (distanceKm < rules.far_km) return [{ k, v: rules.far, why }]
  return [{ ...carried, why }]
}

function size({ sites, vehicles, reviews }: LeadFacts, rules: Rules): Term[] {
  const k = 'fit.size'
  if (sites >= rules.sites) return [{ k: 'fit.sites', v: rules.large, why: String(sites) }]
  if (vehicles >= rules.vehicles)
    return [{ k: 'fit.vehicles', v: rules.large, why: String(vehicles) }]
  if (reviews >= rules.many_reviews) return [{ k, v: rules.medium, why: String(reviews) }]
  if (reviews >= rules.some_reviews) return [{ k, v: rules.small, why: String(reviews) }]
  return []
}

/** Fades by half every so many days; what is beyond the most that it may give is taken off again, visibly. */
function engagement(facts: LeadFacts, rules: Rules, now: Date): Term[] {
  const { engaged, lastOrderAt, asked } = facts
  const terms: Term[] = []
  const add = (k: string, points: number, at: Date) =>
    terms.push({ k, v: faded(points, at, rules, now), why: at.toISOString().slice(0, 10) })
  if (lastOrderAt && daysSince(lastOrderAt, now) <= rules.order_days) {
    add('eng.order', rules.order, lastOrderAt)
  }
  for (const kind of ENGAGEMENTS) {
    const at = engaged[kind]
    if (at) add(`eng.${kind}`, rules[kind], at)
  }
  const excess = totalOf(terms) - rules.engagement_most
  if (excess > 0) terms.push({ k: 'eng.most', v: -excess, why: `≤ ${rules.engagement_most}` })
  if (asked) terms.push({ k: 'eng.asked', v: rules.asked, why: facts.reasons.asked ?? '' })
  return terms
}

const daysSince = (at: Date, now: Date) => Math.max(0, (now.getTime() - at.getTime()) / DAY)

const faded = (points: number, at: Date, { half_life_days: halfLife }: Rules, now: Date) =>
  Math.round(points * 0.5 ** (daysSince(at, now) / Math.max(1, halfLife)))

function data(facts: LeadFacts, rules: Rules): Term[] {
  const { taxId, website, contactRole, reasons } = facts
  const terms: Term[] = []
  if (facts.hasPhone) terms.push({ k: 'data.phone', v: rules.phone, why: reasons.phone ?? '' })
  if (facts.hasEmail) terms.push({ k: 'data.email', v: rules.email, why: 'MX' })
  if (facts.hasAddress) {
    terms.push({ k: 'data.address', v: rules.address, why: reasons.address ?? '' })
  }
  if (taxId) terms.push({ k: 'data.matricule', v: rules.tax_id, why: taxId })
  if (website) terms.push({ k: 'data.website', v: rules.website, why: website })
  if (contactRole) terms.push({ k: 'data.contact_role', v: rules.contact_role, why: contactRole })
  return terms
}

function penalties(facts: LeadFacts, rules: Rules): Term[] {
  const terms: Term[] = []
  if (facts.hasUnpaidInvoice) {
    terms.push({ k: 'penalty.unpaid', v: -rules.unpaid, why: facts.reasons.unpaid ?? '' })
  }
  if (facts.refusedDeliveries >= rules.refusals) {
    terms.push({ k: 'penalty.refused', v: -rules.refused, why: String(facts.refusedDeliveries) })
  }
  if (!facts.isReachable) {
    terms.push({ k: 'penalty.no_channel', v: -rules.no_channel, why: 'no_phone_no_email' })
  }
  return terms
}

/** What is closed, or wants to be left alone, is worth nothing. */
function ruledOut({ isClosed, hasOptedOut, reasons }: LeadFacts, total: number): Term[] {
  const v = 0 - Math.max(0, total)
  if (hasOptedOut) return [{ k: 'penalty.opted_out', v, why: reasons.optedOut ?? '' }]
  return isClosed ? [{ k: 'penalty.closed', v, why: reasons.closed ?? '' }] : []
}
