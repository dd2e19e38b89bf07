/** The ways customers say one thing. Case, accents, hamza and plural endings need not be listed. */
export type Terms = {
  /** The first is the word of the catalogue. */
  fr: string[]
  /** The first is the word of the catalogue. */
  ar: string[]
  /** Tunisian in Latin letters and digits, and French as it sounds. */
  arabizi: string[]
  en?: string[]
}

/** A kind of part. A term belongs to one concept only; what it leaves open is several categories. */
export type PartConcept = Terms & {
  code: string
  /** Slugs of the category tree, the likeliest first; none for what the trade knows and we have no shelf for. */
  categories: string[]
}

/** A word that narrows a part down and is none itself. */
export type ModifierConcept = Terms & { code: string }

export type Position = 'front' | 'rear' | 'left' | 'right' | 'upper' | 'lower'

export type PositionConcept = Terms & { code: Position }

/** As products have it, but for `new`, which is every quality that is not `used` or `remanufactured`. */
export type QualityConcept = Terms & {
  code: 'oe' | 'oem' | 'aftermarket' | 'remanufactured' | 'used' | 'new'
}

export type FuelConcept = Terms & { code: 'petrol' | 'diesel' | 'lpg' | 'hybrid' | 'electric' }
