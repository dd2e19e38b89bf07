/** Where businesses are found. */
export const SOURCE_NAMES = ['places', 'website', 'manual', 'csv'] as const
export type SourceName = (typeof SOURCE_NAMES)[number]

/** What a business does with cars. */
export const SEGMENTS = [
  'garage',
  'workshop',
  'fleet',
  'driving_school',
  'dealer',
  'reseller',
  'administration',
  'station',
  'other',
] as const
export type Segment = (typeof SEGMENTS)[number]

/** One business as one source tells of it. Every list may be empty; texts are trimmed, NFC, free of control characters. */
export interface Finding {
  source: SourceName
  /** Names the business at its source: the place id, the domain, the row. */
  key: string
  name: string | null
  segment: Segment | null
  /** E.164 numbers. */
  phones: string[]
  emails: string[]
  website: string | null
  address: string | null
  /** Code of `app/tunisia`. */
  governorate: string | null
  delegation: string | null
  locality: string | null
  location: { latitude: number; longitude: number } | null
  taxId: string | null
  /** Slugs of vehicle makes mentioned. */
  makes: string[]
  /** Slugs of part brands mentioned. */
  brands: string[]
  signs: { reviews?: number; sites?: number; vehicles?: number; closed?: boolean }
  /** When it was seen and where: addresses of pages, for the note of evidence. */
  seenAt: Date
  evidence: string[]
  /** When what it says must be forgotten (places: ≤ 30 days); null is kept. */
  expiresAt: Date | null
}
