import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { readTaxId } from '#app/invoicing/tax_id'
import { cleanText } from '#app/platform/tabular/clean_text'
import type { Finding } from '#app/prospector/sources/finding'
import { GOVERNORATES } from '#app/tunisia/governorates'

/** The rest of a day below the thirty days that Google's terms give: the task that forgets has time to run. */
const MOST_CACHED = 29.5 * 86_400_000
const MOST_OF_ONE = 20
const MAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/

/** A finding as it is kept: bounded, with telephones and addresses that are some, and places that there are. */
export function tidyFinding(finding: Finding): Finding {
  const governorate = GOVERNORATES.find(({ code }) => code === finding.governorate)?.code ?? null
  return {
    ...finding,
    key: text(finding.key, 300) ?? '',
    name: text(finding.name, 200),
    phones: list(finding.phones, phoneOf),
    emails: list(finding.emails, mailOf),
    website: text(finding.website, 500),
    address: text(finding.address, 500),
    ...{ governorate, delegation: governorate && text(finding.delegation, 80) },
    locality: text(finding.locality, 120),
    location: placeOf(finding.location),
    taxId: (finding.taxId && readTaxId(finding.taxId)) || null,
    makes: list(finding.makes, (slug) => text(slug, 80)),
    brands: list(finding.brands, (slug) => text(slug, 80)),
    signs: {
      reviews: count(finding.signs.reviews),
      sites: count(finding.signs.sites),
      vehicles: count(finding.signs.vehicles),
      closed: finding.signs.closed,
    },
    evidence: list(finding.evidence, (address) => text(address, 1_000)),
    expiresAt: expiryOf(finding),
  }
}

function text(value: string | null, most: number): string | null {
  const clean = value === null ? '' : cleanText(value).replace(/\s+/g, ' ')
  return [...clean].slice(0, most).join('').trim() || null
}

const list = (values: string[], of: (value: string) => string | null) =>
  [...new Set(values.map(of).filter((value) => value !== null))].slice(0, MOST_OF_ONE)

function phoneOf(value: string): string | null {
  const number = parsePhoneNumberFromString(value, 'TN')
  return number?.isValid() ? number.number : null
}

function mailOf(value: string): string | null {
  const address = cleanText(value).toLowerCase()
  return address.length <= 254 && MAIL.test(address) ? address : null
}

const count = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value)
    ? Math.max(0, Math.min(1_000_000, Math.round(value)))
    : undefined

function placeOf(location: Finding['location']): Finding['location'] {
  if (!location) return null
  const { latitude, longitude } = location
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** What Google says is never kept for longer than its terms allow, whatever the finding asks for. */
function expiryOf({ source, seenAt, expiresAt }: Finding): Date | null {
  if (source !== 'places') return expiresAt
  const latest = seenAt.getTime() + MOST_CACHED
  return new Date(Math.min(expiresAt?.getTime() ?? latest, latest))
}
