const BINS = 48
const SAMPLE = 60_000

/** Edges that cut every feature into bins of about as many rows; the last edge parts off the rare high values. */
export function binEdges(rows: Float32Array, features: number): Float64Array[] {
  const count = rows.length / features
  const step = Math.max(1, Math.floor(count / SAMPLE))
  return Array.from({ length: features }, (_, feature) => {
    const sample: number[] = []
    for (let row = 0; row < count; row += step) sample.push(rows[row * features + feature])
    return edgesOf(Float64Array.from(sample).sort())
  })
}

/** Number of the bin of each feature: how many edges lie below its value. */
export function binRows(rows: Float32Array, edges: Float64Array[], bins: Uint8Array) {
  const features = edges.length
  for (let at = 0; at < rows.length; at++) bins[at] = binOf(rows[at], edges[at % features])
}

function edgesOf(sorted: Float64Array): Float64Array {
  const edges = new Set<number>()
  const highest = sorted[sorted.length - 1]
  const cuts = Array.from({ length: BINS - 1 }, (_, cut) => (cut + 1) / BINS)
  for (const share of [...cuts, 0.995]) {
    const value = sorted[Math.floor(share * sorted.length)]
    if (value < highest) edges.add(value)
  }
  return Float64Array.from(edges)
}

function binOf(value: number, edges: Float64Array): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]) high = middle
    else low = middle + 1
  }
  return low
}
