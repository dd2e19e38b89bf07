import type { Finding, SourceName } from '#app/prospector/sources/finding'
import { nameKey, tellingName } from '#app/prospector/duplicates/telling_name'
import { ownDomain } from '#app/prospector/leads/own_domain'

/** Where a value of a lead comes from, as its field shows it. */
export type Origin = 'manual' | 'own_site' | 'csv' | 'google_cache'

const ORIGIN_OF: Record<SourceName, Origin> = {
  manual: 'manual',
  website: 'own_site',
  csv: 'csv',
  places: 'google_cache',
}

/** Who is believed first: what somebody typed, then what the business says itself. */
const BELIEVED: Origin[] = ['manual', 'own_site', 'csv', 'google_cache']

/** What a source says, with what names it there. */
export type Saying = Omit<Finding, 'key' | 'seenAt' | 'evidence' | 'expiresAt'> & { seenAt: Date }

export type LeadKey = {
  kind: 'phone' | 'email' | 'domain' | 'tax' | 'name'
  value: string
  origin: Origin
}

/** Fields of a lead that one source decides. */
const SINGLE = [
  'name',
  'segment',
  'website',
  'address',
  'governorate',
  'delegation',
  'locality',
  'location',
  'taxId',
] as const
type Single = (typeof SINGLE)[number]

export type Profile = Pick<Finding, Single | 'makes' | 'brands'> & {
  reviews: number | null
  sites: number | null
  vehicles: number | null
  closed: boolean
  fieldOrigin: Record<string, Origin>
  keys: LeadKey[]
}

/** What a lead is, from all that its sources say: each field from whoever is believed most, lists from all of them. */
export function profileOf(sayings: Saying[]): Profile {
  const believed = [...sayings].sort(byBelief)
  const fieldOrigin: Record<string, Origin> = {}
  const first = <Value>(field: string, of: (saying: Saying) => Value | null | undefined) => {
    const saying = believed.find((one) => (of(one) ?? null) !== null)
    if (saying) fieldOrigin[field] = originOf(saying)
    return (saying && of(saying)) ?? null
  }
  const single = Object.fromEntries(
    SINGLE.map((field) => [field, first(field, (one) => one[field])])
  )
  return {
    ...(single as Pick<Profile, Single>),
    makes: union(believed, (one) => one.makes),
    brands: union(believed, (one) => one.brands),
    reviews: first('reviews', ({ signs }) => signs.reviews),
    sites: first('sites', ({ signs }) => signs.sites),
    vehicles: first('vehicles', ({ signs }) => signs.vehicles),
    closed: first('closed', ({ signs }) => signs.closed) ?? false,
    ...{ fieldOrigin, keys: keysOf(believed) },
  }
}

const originOf = ({ source }: Saying) => ORIGIN_OF[source]

const byBelief = (a: Saying, b: Saying) =>
  BELIEVED.indexOf(originOf(a)) - BELIEVED.indexOf(originOf(b)) ||
  b.seenAt.getTime() - a.seenAt.getTime()

const union = (sayings: Saying[], of: (saying: Saying) => string[]) => [
  ...new Set(sayings.flatMap(of)),
]

/** What it is looked up by. What several sources say is of the one that is believed most. */
function keysOf(believed: Saying[]): LeadKey[] {
  const keys = new Map<string, LeadKey>()
  const add = (kind: LeadKey['kind'], value: string | null, origin: Origin) => {
    if (value && !keys.has(kind + value)) keys.set(kind + value, { kind, value, origin })
  }
  for (const saying of believed) {
    const origin = originOf(saying)
    for (const phone of saying.phones) add('phone', phone, origin)
    for (const email of saying.emails) add('email', email, origin)
    add('domain', ownDomain(saying.website), origin)
    add('tax', saying.taxId, origin)
    if (saying.name) add('name', nameKey(tellingName(saying.name)), origin)
  }
  return [...keys.values()]
}
