import type { Forecaster } from '#app/orion/forecaster'
import { LEVELS } from '#app/orion/models/levels'
import { demandIn, type DemandWindow, type Forecast, type Panel } from '#app/orion/panel/panel'
import { binEdges, binRows } from '#app/orion/pool/bins'
import {
  columnsWithout,
  type ContextGroup,
  contextGroups,
  FEATURE_GROUPS,
  type FeatureGroup,
  FEATURES,
  Features,
  OFF_BY_DEFAULT,
  untoldGroups,
} from '#app/orion/pool/features'
import { growForest } from '#app/orion/pool/grow_forest'
import { growLadder } from '#app/orion/pool/grow_ladder'
import { climb, type Ladder } from '#app/orion/pool/ladder'
import { addLeaf, type TrainingRows, type Tree } from '#app/orion/pool/tree'
import { TOP, toPieces, toTarget, type Unit, UNITS } from '#app/orion/pool/units'
import { randomNumbers } from '#app/orion/random'

/** What learned from all parts at once: a member for each unit that quantities are counted in. */
export interface PooledModel {
  members: PoolMember[]
  /** Groups of features that it does not look at; absent in what was learned before there was a choice. */
  without?: FeatureGroup[]
}

/** A forest and a ladder over the same rows: one half of what is said comes from each. */
interface PoolMember {
  unit: Unit
  edges: Float64Array[]
  trees: Tree[]
  /** Absent in what was learned before there were ladders. */
  ladder?: Ladder
}

/** What was learned before there was more than a forest. */
type FormerModel = Omit<PoolMember, 'unit'> & Pick<PooledModel, 'without'>

/** Which members forecast: that of one unit, or both together. */
export type PoolKind = 'both' | Unit
export const POOL_KINDS = ['both', 'size', 'piece'] as const satisfies PoolKind[]

const FIRST_ORIGIN = 2
const MOST_ROWS = 250_000
const FEWEST_ROWS = 500
const TREES = 60
/** Share of the part's own past windows in its forecast. */
const OWN_SHARE = 0.05
const OWN_WINDOWS = 24

/** What a pool is made of. */
interface PoolOptions {
  /** All of them otherwise. */
  units?: Unit[]
  /** Groups of features that it does not look at; those without a proved gain otherwise. */
  without?: FeatureGroup[]
}

/**
 * Learns from the first `known` periods of the panel how demand in such windows comes about. What the panel does not
 * tell is not looked at. Answers nothing when there is too little to learn from.
 */
export async function trainPool(
  panel: Panel,
  known: number,
  windows: DemandWindow[],
  seed: number,
  { units = ['size', 'piece'], without: unwanted = OFF_BY_DEFAULT }: PoolOptions = {}
): Promise<PooledModel | undefined> {
  const without = [...new Set([...unwanted, ...untoldGroups(panel)])]
  const examples = drawExamples(panel, known, windows, randomNumbers(seed))
  if (examples.length < FEWEST_ROWS) return undefined
  const prepared = units.map((unit) => ({ unit, ...prepare(panel, examples, unit, without) }))
  const [ladders, forests] = await Promise.all([
    Promise.all(
      prepared.map(({ unit, rows }) => growLadder({ rows, tops: UNITS[unit].tops, seed }))
    ),
    growForests(
      prepared.map(({ rows }) => rows),
      seed
    ),
  ])
  const members = prepared.map(({ unit, edges }, at) => ({
    ...{ unit, edges },
    ...{ trees: forests[at], ladder: ladders[at] },
  }))
  return { members, without }
}

/**
 * Forecast any part from any origin with a trained pool, mixed with the part's own latest windows. Asked for the same part, origin and window one after the other, they share the work. A
 * kind whose member was not learned goes with the one that was.
 */
export function poolForecasters(
  model: PooledModel | FormerModel,
  panel: Panel
): Record<PoolKind, Forecaster> {
  const members = membersOf(model)
  const said = members.map((member) => memberOver(member, panel, model.without ?? []))
  const by = (kind: PoolKind): Forecaster => {
    const own = said.filter((_, at) => kind === 'both' || members[at].unit === kind)
    const asked = own.length ? own : said
    return (part, origin, window) => readOff(asked.map((say) => say(part, origin, window)))
  }
  return { both: by('both'), size: by('size'), piece: by('piece') }
}

/** Groups of features that a pool was taught and that only the context of a panel tells. */
export function contextGroupsOf(model: PooledModel | FormerModel): ContextGroup[] {
  const taught = new Set(
    membersOf(model)
      .flatMap((member) => columnsOf(member, model.without ?? []))
      .map((column) => FEATURES[column])
  )
  return contextGroups([]).filter((group) =>
    FEATURE_GROUPS[group].some((feature) => taught.has(feature))
  )
}

function membersOf(model: PooledModel | FormerModel): PoolMember[] {
  return 'members' in model ? model.members : [{ unit: 'size', ...model }]
}

/** The examples in a unit, as trees read them, in memory that threads share. */
function prepare(panel: Panel, examples: Example[], unit: Unit, without: FeatureGroup[]) {
  const features = new Features(panel, unit)
  const columns = columnsWithout(without)
  const row = new Float32Array(FEATURES.length)
  const told = new Float32Array(examples.length * columns.length)
  const targets = new Uint16Array(new SharedArrayBuffer(examples.length * 2))
  for (const [at, { part, origin, window }] of examples.entries()) {
    features.write(row, 0, part, origin, window)
    for (const [to, from] of columns.entries()) told[at * columns.length + to] = row[from]
    const demand = demandIn(panel.values[part], origin, window)
    targets[at] = toTarget(demand, unit, features.scale(part, origin))
  }
  const edges = binEdges(told, columns.length)
  const bins = new Uint8Array(new SharedArrayBuffer(told.length))
  binRows(told, edges, bins)
  const thresholds = thresholdsFor(targets, UNITS[unit].thresholds)
  return { edges, rows: { bins, features: columns.length, targets, thresholds } }
}

/** One after the other: each takes all processors. */
async function growForests(each: TrainingRows[], seed: number): Promise<Tree[][]> {
  const forests: Tree[][] = []
  for (const rows of each) {
    const rowsPerTree = Math.min(Math.ceil(rows.targets.length / 2), 40_000)
    const options = { rowsPerTree, leafRows: 30, depth: 14, tries: 10 }
    forests.push(await growForest(rows, options, { trees: TREES, seed }))
  }
  return forests
}

/** Shares of the targets in a unit, and how many pieces that is. */
interface Distribution {
  masses: Float64Array
  unit: Unit
  scale: number
}

/** Columns of `FEATURES` that a member was taught: what came later stands behind them. */
function columnsOf({ edges }: Pick<PoolMember, 'edges'>, without: FeatureGroup[]): number[] {
  return columnsWithout(without).slice(0, edges.length)
}

/** What a member says of a part at an origin; the last answer is kept, and overwritten by the next one. */
function memberOver(member: PoolMember, panel: Panel, without: FeatureGroup[]) {
  const { unit, trees, ladder } = member
  const features = new Features(panel, unit)
  const columns = columnsOf(member, without)
  const written = new Float32Array(FEATURES.length)
  const row = new Float32Array(columns.length)
  const bins = new Uint8Array(columns.length)
  const masses = new Float64Array(TOP + 1)
  let last: { part: number; origin: number; window: DemandWindow; said: Distribution } | undefined
  return (part: number, origin: number, window: DemandWindow): Distribution => {
    if (last?.part === part && last.origin === origin && last.window === window) return last.said
    const scale = features.scale(part, origin)
    features.write(written, 0, part, origin, window)
    for (const [to, from] of columns.entries()) row[to] = written[from]
    binRows(row, member.edges, bins)
    const own = ownWindows(panel.values[part], origin, window)
    const weight = own.length ? 1 - OWN_SHARE : 1
    const ofForest = ladder ? weight / 2 : weight
    masses.fill(0)
    for (const tree of trees) addLeaf(tree, bins, 0, ofForest / trees.length, masses)
    if (ladder) climb(ladder, bins, weight / 2, masses)
    for (const demand of own) masses[toTarget(demand, unit, scale)] += OWN_SHARE / own.length
    last = { part, origin, window, said: { masses, unit, scale } }
    return last.said
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

/** The usual thresholds; where windows hold many sales, quantiles of what they hold. */
function thresholdsFor(targets: Uint16Array, usual: number[]): number[] {
  const sold = targets.filter((target) => target > 0).sort()
  const at = (share: number) => sold[Math.floor(share * sold.length)] ?? 0
  if (at(0.5) <= usual.at(-2)!) return usual
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

/** Mean and quantiles of distributions of equal weight, in pieces. */
function readOff(distributions: Distribution[]): Forecast {
  const quantiles = new Float64Array(LEVELS.length)
  const weight = 1 / distributions.length
  const places = distributions.map((of) => nextPlace(of, -1))
  let level = 0
  let sum = 0
  let mean = 0
  let pieces = 0
  for (;;) {
    const at = leastOf(places)
    const { target } = places[at]
    if (target > TOP) break
    const { masses, unit, scale } = distributions[at]
    pieces = places[at].pieces
    sum += weight * masses[target]
    mean += weight * masses[target] * toPieces(target, unit, scale)
    while (level < LEVELS.length && sum >= LEVELS[level] - 1e-9) quantiles[level++] = pieces
    places[at] = nextPlace(distributions[at], target)
  }
  while (level < LEVELS.length) quantiles[level++] = pieces
  return { mean, quantiles }
}

/** The next target of which there is a share, and its whole pieces. */
function nextPlace({ masses, unit, scale }: Distribution, after: number) {
  let target = after + 1
  while (target <= TOP && masses[target] === 0) target++
  const pieces = target > TOP ? Infinity : Math.round(toPieces(target, unit, scale))
  return { target, pieces }
}

function leastOf(places: { pieces: number }[]): number {
  let least = 0
  for (let at = 1; at < places.length; at++)
    if (places[at].pieces < places[least].pieces) least = at
  return least
}
