import { decoded } from '#app/prospector/reader/decoded'
import { isNode } from '#app/prospector/reader/json_ld'
import type { Node } from '#app/prospector/reader/microdata'
import { tidy } from '#app/prospector/reader/tidy'
import type { Segment } from '#app/prospector/sources/finding'

/** A business as schema.org tells of it. */
export interface Structured {
  /** A place of business, rather than the owner of a website. */
  isPlace: boolean
  names: string[]
  phones: string[]
  emails: string[]
  segment: Segment | null
  street: string | null
  /** Whether a street or a postal code is told, and not a town alone. */
  isExact: boolean
  /** Localities and regions, the finest first. */
  places: string[]
  location: { latitude: number; longitude: number } | null
  taxId: string | null
  reviews: number | null
}

/** Types of schema.org that say what a business does. */
const SEGMENT_OF: Record<string, Segment> = {
  AutoRepair: 'garage',
  MotorcycleRepair: 'garage',
  AutoBodyShop: 'workshop',
  TireShop: 'workshop',
  AutoPartsStore: 'reseller',
  AutoRental: 'fleet',
  TaxiService: 'fleet',
  MovingCompany: 'fleet',
  AutoDealer: 'dealer',
  MotorcycleDealer: 'dealer',
  DrivingSchool: 'driving_school',
  GasStation: 'station',
  AutoWash: 'station',
  GovernmentOffice: 'administration',
  GovernmentOrganization: 'administration',
  CityHall: 'administration',
}
const ORGANISATION =
  /^(?:Organization|Corporation|OnlineStore|OnlineBusiness|LocalBusiness|Store|AutomotiveBusiness|ProfessionalService|\w*(?:Business|Service|Store|Shop|Agency|School|Company|Dealer|Repair|Station|Contractor)|AutoRental|AutoWash|CityHall|Government\w+)$/
const OWNER = /^(?:Organization|Corporation)$/
const LONGEST_TEXT = 500

/** Every business that the things of a page are, those that are somebody's property included. */
export function readStructured(nodes: Node[]): Structured[] {
  return nodes.filter(isBusiness).map(readOne)
}

/** Whatever has a telephone and an address is one, as long as it is nobody in person. */
function isBusiness(node: Node): boolean {
  const types = typesOf(node)
  const isReached = node.telephone !== undefined && node.address !== undefined
  return types.some((type) => ORGANISATION.test(type)) || (isReached && !types.includes('Person'))
}

/** The names of websites, which are mostly those of their owners. */
export const siteNames = (nodes: Node[]): string[] =>
  nodes.filter((node) => typesOf(node).includes('WebSite')).flatMap(({ name }) => texts(name))

function readOne(node: Node): Structured {
  const types = typesOf(node)
  const contacts = [node, ...nodesOf(node.contactPoint), ...nodesOf(node.department)]
  const addresses = [...list(node.address), ...list(node.location)]
  const postal = addresses.filter(isNode).flatMap((one) => [one, ...nodesOf(one.address)])
  const plain = addresses.flatMap((one) => (typeof one === 'string' ? texts(one) : []))
  const part = (property: string) => postal.flatMap((one) => texts(one[property]))
  const street = [...part('streetAddress'), ...part('addressLocality'), ...plain].join(', ')
  return {
    isPlace: !types.every((type) => OWNER.test(type)),
    names: [...texts(node.name), ...texts(node.alternateName), ...texts(node.legalName)],
    phones: contacts.flatMap((one) => texts(one.telephone)),
    emails: contacts.flatMap((one) => texts(one.email)).map((one) => one.replace(/^mailto:/i, '')),
    segment: types.map((type) => SEGMENT_OF[type]).find(Boolean) ?? null,
    street: street || null,
    isExact: [...part('streetAddress'), ...part('postalCode'), ...plain].length > 0,
    places: [
      ...part('streetAddress'),
      ...part('addressLocality'),
      ...part('addressRegion'),
      ...plain,
    ],
    location: locationOf([node, ...nodesOf(node.location)]),
    taxId: [node.vatID, node.taxID].flatMap(texts)[0] ?? null,
    reviews:
      nodesOf(node.aggregateRating)
        .map(countOf)
        .find((count) => count !== null) ?? null,
  }
}

function locationOf(nodes: Node[]) {
  for (const geo of nodes.flatMap((node) => nodesOf(node.geo))) {
    const latitude = Number.parseFloat(String(geo.latitude))
    const longitude = Number.parseFloat(String(geo.longitude))
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude }
  }
  return null
}

function countOf({ reviewCount, ratingCount }: Node): number | null {
  const count = Number.parseInt(String(reviewCount ?? ratingCount), 10)
  return count >= 0 ? count : null
}

/** Types without their namespaces. */
export const typesOf = (node: Node): string[] =>
  texts(node['@type']).map((type) => type.replace(/^.*[/#:]/, ''))

/** The texts of a value: itself, its list, or the `@value` and names in it. */
export function texts(value: unknown): string[] {
  return list(value).flatMap((one) => {
    if (typeof one === 'number') return [String(one)]
    if (typeof one === 'string')
      return [tidy(decoded(tidy(one)).slice(0, LONGEST_TEXT))].filter(Boolean)
    return isNode(one) ? texts(one['@value'] ?? one.name) : []
  })
}

export const list = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export const nodesOf = (value: unknown): Node[] => list(value).filter(isNode)
