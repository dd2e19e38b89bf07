import { packRows, unpackRows } from '#app/orion/panel/packed_rows'

/**
 * What is known of parts besides what they sold: a row for each part, a number for each period, NaN where nobody knows.
 * Each is absent where it is known of no part, or not wanted.
 */
export interface Context extends Partial<Record<ContextSeries, Float64Array[]>> {
  /** The category of each part, whichever number stands for it; 0 for none. */
  categories?: Int32Array
}

/**
 * Price of a piece at the end of a period, in millimes; searches and calls in vain that named the part; mean age of the
 * cars it fits, in years; pieces that were sold under a promotion.
 */
const CONTEXT_SERIES = ['prices', 'searches', 'vehicleAges', 'promoted'] as const
type ContextSeries = (typeof CONTEXT_SERIES)[number]

/** A context in memory that threads share, row after row. */
export interface PackedContext extends Partial<Record<ContextSeries, Float64Array>> {
  categories?: Int32Array
}

/** Copies a context to where threads can read it. */
export function packContext(context: Context): PackedContext {
  const packed: PackedContext = {}
  for (const name of CONTEXT_SERIES) {
    const rows = context[name]
    if (rows) packed[name] = packRows(rows)
  }
  if (context.categories) {
    packed.categories = new Int32Array(new SharedArrayBuffer(context.categories.byteLength))
    packed.categories.set(context.categories)
  }
  return packed
}

/** The context again, over the same memory, of so many parts. */
export function unpackContext(packed: PackedContext, parts: number): Context {
  const context: Context = {}
  for (const name of CONTEXT_SERIES) {
    const cells = packed[name]
    if (cells) context[name] = unpackRows(cells, parts)
  }
  if (packed.categories) context.categories = packed.categories
  return context
}
