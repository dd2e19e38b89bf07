import type { ColumnRule } from '#app/platform/tabular/mapping'

/** How one shop system writes its product list. */
export interface Dialect {
  name: string
  /** Headers, normalised, that only its product lists have all of. */
  knownBy: string[]
  rules: ColumnRule[]
  /** What parts several categories in one cell, and the levels of one. */
  categories?: { between: RegExp; levels: RegExp }
  /** Product types that it knows; others are a mistake in the row. */
  types?: string[]
  /** The name of a row is the product's: the options tell its variants apart. */
  variantsShareName?: boolean
  /** A price of 0 means "the variants below have one". */
  zeroIsNoPrice?: boolean
  /** Texts are kept to the letter: they are our own. */
  verbatim?: boolean
  /** Why a column with a cell in it makes a row unusable. */
  refuse?(header: string): string | undefined
}
