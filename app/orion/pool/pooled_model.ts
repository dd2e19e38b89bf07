import { LEVELS } from '#app/orion/models/levels'
import { demandIn, type DemandWindow, type Forecast, type Panel } from '#app/orion/panel/panel'
import { binEdges, binRows } from '#app/orion/pool/bins'
import { columnsWithout, FEATURES, type FeatureGroup, Features } from '#app/orion/pool/features'
import { growForest } from '#app/orion/pool/grow_forest'
import { addLeaf, type Tree } from '#app/orion/pool/tree'
import { randomNumbers } from '#app/orion/random'

/** A forest that learned from all parts at once. */
export interface PooledModel {
  edges: Float64Array[]
  trees: Tree[]
  /** Groups of features that it does not look at; absent in what was learned before there was a choice. */
  without?: FeatureGroup[]
}

/** Targets count eighths of the mean size of a sale, up to this many. */
const EIGHTHS = 8
const TOP = 1_023
const THRESHOLDS = [0, 4, 8, 12, 20, 40]
const FIRST_ORIGIN = 3
const MOST_ROWS = 250_000
const FEWEST_ROWS = 500
const TREES = 60
/** Share of the part's own past windows in its forecast. */
const OWN_SHARE = 0.1
const OWN_WINDOWS = 24

/**
 * Learns from the first `known` periods of the panel how demand in such windows comes about. Answers nothing
 * when there is too little to learn from.
 * @param without groups of features that are left out
 */
export async function trainPool(
  panel: Panel,
  known: number,
  windows: DemandWindow[],
  seed: number,
  without: FeatureGroup[] = []
): Promise<PooledModel | undefined> {
  const examples = drawExamples(panel, known, windows, randomNumbers(seed))
  if (examples.length < FEWEST_ROWS) return undefined
  const features = new Features(panel)
  const columns = columnsWithout(without)
  const row = new Float32Array(FEATURES.length)
  const rows = new Float32Array(examples.length * columns.length)
  const targets = new Uint16Array(new SharedArrayBuffer(examples.length * 2))
  for (const [at, { part, origin, window }] of examples.entries()) {
    features.write(row, 0, part, origin, window)
    for (const [to, from] of columns.entries()) rows[at * columns.length + to] = row[from]
    const demand = demandIn(panel.values[part], origin, window)
    targets[at] = inEighths(demand, features.scale(part, origin))
  }
  const edges = binEdges(rows, columns.length)
  const bins = new Uint8Array(new SharedArrayBuffer(rows.length))
  binRows(rows, edges, bins)
  const training = { bins, features: columns.length, targets, thresholds: thresholdsFor(targets) }
  const rowsPerTree = Math.min(Math.ceil(examples.length / 2), 40_000)
  const options = { rowsPerTree, leafRows: 30, depth: 14, tries: 10 }
  return { edges, trees: await growForest(training, options, { trees: TREES, seed }), without }
}

/** Forecasts any part from any origin with a trained pool, mixed with the part's own latest windows. */
export function poolForecaster(model: PooledModel, panel: Panel) {
  const features = new Features(panel)
  const columns = columnsWithout(model.without ?? [])
  const written = new Float32Array(FEATURES.length)
  const row = new Float32Array(columns.length)
  const bins = new Uint8Array(columns.length)
  const masses = new Float64Array(TOP + 1)
  return (part: number, origin: number, window: DemandWindow): Forecast => {
    const values = panel.values[part]
    const scale = features.scale(part, origin)
    features.write(written, 0, part, origin, window)
    for (const [to, from] of columns.entries()) row[to] = written[from]
    binRows(row, model.edges, bins)
    const own = ownWindows(values, origin, window)
    const weight = (own.length ? 1 - OWN_SHARE : 1) / model.trees.length
    masses.fill(0)
    for (const tree of model.trees) addLeaf(tree, bins, 0, weight, masses)
    for (const demand of own) masses[inEighths(demand, scale)] += OWN_SHARE / own.length
    return readOff(masses, scale)
  }
}

interface Example {
  part: number
  origin: number
  window: DemandWindow
}

/** Every part from every origin whose window has ended; a fair draw of them when there are too many. */
function drawExamples(
  panel: Panel,
  known: number,
  windows: DemandWindow[],
  random: () => number
): Example[] {
  const first = Math.min(FIRST_ORIGIN, Math.floor(known / 2) - 1)
  const possible = panel.ids.length * Math.max(0, known - first) * windows.length
  const share = Math.min(1, MOST_ROWS / possible)
  const examples: Example[] = []
  for (const [part, values] of panel.values.entries()) {
    for (let origin = Math.max(0, first); origin < known; origin++) {
      for (const window of windows) {
        if (origin + window.ahead + window.periods > known) continue
        if (share < 1 && random() > share) continue
        if (Number.isNaN(demandIn(values, origin, window))) continue
        examples.push({ part, origin, window })
      }
    }
  }
  return examples
}

function inEighths(demand: number, scale: number): number {
  return Math.min(TOP, Math.round((EIGHTHS * demand) / scale))
}

/** The usual thresholds; where windows hold many sales, quantiles of what they hold. */
function thresholdsFor(targets: Uint16Array): number[] {
  const sold = targets.filter((target) => target > 0).sort()
  const at = (share: number) => sold[Math.floor(share * sold.length)] ?? 0
  if (at(0.5) <= 20) return THRESHOLDS
  return [...new Set([0, at(0.15), at(0.35), at(0.55), at(0.75), at(0.92)])]
}

/** Demand of the part's latest windows of that length that had ended by the origin. */
function ownWindows(values: Float64Array, origin: number, { periods }: DemandWindow): number[] {
  const demands: number[] = []
  for (let end = origin; end - periods >= -1 && origin - end < OWN_WINDOWS; end--) {
    const demand = demandIn(values, end - periods, { ahead: 1, periods })
    if (!Number.isNaN(demand)) demands.push(demand)
  }
  return demands
}

function readOff(masses: Float64Array, scale: number): Forecast {
  const quantiles = new Float64Array(LEVELS.length)
  let level = 0
  let sum = 0
  let mean = 0
  for (let target = 0; target <= TOP; target++) {
    if (masses[target] === 0) continue
    sum += masses[target]
    mean += masses[target] * target
    while (level < LEVELS.length && sum >= LEVELS[level] - 1e-9) {
      quantiles[level++] = Math.round((target * scale) / EIGHTHS)
    }
  }
  while (level > 0 && level < LEVELS.length) quantiles[level] = quantiles[level++ - 1]
  return { mean: (mean * scale) / EIGHTHS, quantiles }
}
