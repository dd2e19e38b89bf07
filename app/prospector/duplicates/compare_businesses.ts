import { kilometres } from '#app/tunisia/kilometres'
import { nameLikeness, type Likeness } from '#app/prospector/duplicates/name_likeness'
import type { TellingName } from '#app/prospector/duplicates/telling_name'

/** What two businesses are compared by. Lists hold all that any source says. */
export type Likened = {
  names: TellingName[]
  phones: string[]
  emails: string[]
  /** Of its own: not that of a social network. */
  domain: string | null
  taxId: string | null
  governorate: string | null
  delegation: string | null
  location: { latitude: number; longitude: number } | null
}

type Comparison = {
  verdict: 'same' | 'maybe' | 'different'
  points: number
  /** What speaks for one business: `phone`, `name` … */
  reasons: string[]
}

const SAME = 4.4
const MAYBE = 3

/** Sites of a chain are further apart than this; what two sources say of one place is not. Kilometres. */
const HERE = 0.12
const NEAR = 0.35
const CLOSE = 0.8
const ELSEWHERE = 1.5

/**
 * Whether two are one business, in points for and against. A shared telephone is strong, a shared domain or
 * matricule says that the firm is one and so makes a shared name worth little: its sites stay apart where they
 * are in different places. Pure and symmetric.
 */
export function compareBusinesses(a: Likened, b: Likened): Comparison {
  const reasons: string[] = []
  const phone = share(a.phones, b.phones)
  const sameFirm = isSame(a.domain, b.domain) || isSame(firmOf(a.taxId), firmOf(b.taxId))
  if (isSame(a.taxId, b.taxId)) reasons.push('tax_id')
  if (isSame(a.domain, b.domain)) reasons.push('domain')

  let points = 0
  if (phone === 'shared') reasons.push('phone')
  points += phone === 'shared' ? 6 : phone === 'other' ? (sameFirm ? -3 : -1.5) : 0
  if (share(a.emails, b.emails) === 'shared') {
    reasons.push('email')
    points += sameFirm ? 1 : 4
  }
  if (sameFirm) points += 4.5
  else if (a.taxId && b.taxId) points -= 8
  else if (a.domain && b.domain) points -= 2

  const name = ofNames(a, b)
  if (name >= 3) reasons.push('name')
  points += sameFirm ? Math.min(1, name) : name

  const place = ofPlaces(a, b)
  if (place.points > 0) reasons.push('place')
  points += place.points
  // The same numbers at another address: it has moved, or a chain is called at one desk. People can tell.
  if (place.isElsewhere)
    return { verdict: points >= MAYBE && !sameFirm ? 'maybe' : 'different', points, reasons }
  return {
    verdict: points >= SAME ? 'same' : points >= MAYBE ? 'maybe' : 'different',
    points,
    reasons,
  }
}

const isSame = (a: string | null, b: string | null) => a !== null && a === b

/** Of a matricule the part that names the firm, without that of its establishment. */
const firmOf = (taxId: string | null) => taxId && taxId.slice(0, 8)

function share(a: string[], b: string[]): 'shared' | 'other' | 'unknown' {
  if (a.length === 0 || b.length === 0) return 'unknown'
  return a.some((one) => b.includes(one)) ? 'shared' : 'other'
}

/** The most alike of their names. One short family name is that of many; the same trade makes it say more. */
function ofNames(a: Likened, b: Likened): number {
  const pairs = a.names.flatMap((one) => b.names.map((other) => ofName(one, other)))
  return pairs.length === 0 ? 0 : Math.max(...pairs)
}

function ofName(one: TellingName, other: TellingName): number {
  const points = pointsOf(nameLikeness(one, other))
  if (one.trades.size === 0 || other.trades.size === 0) return points
  if (![...one.trades].some((trade) => other.trades.has(trade))) return points - 2.5
  return points > 0 ? points + 1 : points
}

function pointsOf(found: Likeness | undefined): number {
  if (!found) return 0
  const { likeness, words } = found
  const telling = words > 1 ? 1 : 0.7
  if (likeness >= 0.88) return 4.5 * telling
  if (likeness >= 0.8) return 3.5 * telling
  if (likeness >= 0.7) return 2 * telling
  return likeness >= 0.55 ? -1 : -4
}

function ofPlaces(a: Likened, b: Likened): { points: number; isElsewhere: boolean } {
  if (a.location && b.location) {
    const km = kilometres(a.location, b.location)
    if (km <= HERE) return { points: 3, isElsewhere: false }
    if (km <= NEAR) return { points: 1.5, isElsewhere: false }
    if (km <= CLOSE) return { points: -1, isElsewhere: false }
    return { points: km <= ELSEWHERE ? -3 : -6, isElsewhere: km > ELSEWHERE }
  }
  if (a.governorate && b.governorate && a.governorate !== b.governorate) {
    return { points: -6, isElsewhere: true }
  }
  if (!a.delegation || !b.delegation) {
    return { points: a.governorate && b.governorate ? 0.5 : 0, isElsewhere: false }
  }
  return a.delegation === b.delegation
    ? { points: 1, isElsewhere: false }
    : { points: -3.5, isElsewhere: true }
}
