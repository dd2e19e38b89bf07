import { sql } from '#app/platform/database/sql'
import { leadFactsQuery } from '#app/prospector/score/lead_facts_query'
import type { Rules } from '#app/prospector/score/rules'
import { type Band, type Engagement, type LeadFacts, scoreOf } from '#app/prospector/score/score_of'

/**
 * What rules would do: how many leads get another score and by how much on average, how many another band, from which
 * to which, and the furthest moves.
 */
export type Preview = {
  leads: number
  /** `mean` is of those that change, up and down; 0 when none does. */
  scores: { changed: number; mean: number }
  moves: { from: Band; to: Band; count: number }[]
  examples: {
    id: number
    name: string | null
    before: number
    after: number
    from: Band
    to: Band
  }[]
}

const BATCH = 2_000
const EXAMPLES = 8

/** Scores all leads by rules that nobody has saved yet, on what their scores were last made of; nothing is written. */
export async function previewRules(rules: Rules, now = new Date()): Promise<Preview> {
  const moves = new Map<string, { from: Band; to: Band; count: number }>()
  let examples: Preview['examples'] = []
  let [leads, changed, sum] = [0, 0, 0]
  for await (const batch of oneAhead(scoredLeads())) {
    leads += batch.length
    for (const { id, name, score: before, band: from, facts } of batch) {
      const { score: after, band: to } = scoreOf(facts, rules, now)
      if (after !== before) changed += 1
      sum += after - before
      if (from === to) continue
      const move = moves.get(from + to) ?? { from, to, count: 0 }
      moves.set(from + to, { ...move, count: move.count + 1 })
      examples.push({ id, name, before, after, from, to })
    }
    examples = examples.sort(byWay).slice(0, EXAMPLES)
  }
  const scores = { changed, mean: changed ? sum / changed : 0 }
  return { leads, scores, moves: [...moves.values()].sort((a, b) => b.count - a.count), examples }
}

type Example = Preview['examples'][number]
const byWay = (a: Example, b: Example) =>
  Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.id - b.id

/** Asks for the next one while this one is looked at: the database reads while we score. */
async function* oneAhead<Item>(items: AsyncGenerator<Item, void>): AsyncGenerator<Item> {
  for (let next = items.next(); ;) {
    const { value, done } = await next
    if (done) return
    next = items.next()
    // Whoever looks may stop before it is there.
    next.catch(() => {})
    yield value
  }
}

type Scored = { id: number; name: string | null; score: number; band: Band; facts: LeadFacts }

/** All leads by their id, some at a time, with what their scores are made of. */
async function* scoredLeads(): AsyncGenerator<Scored[], void> {
  for (let after = 0; ;) {
    const batch = await sql<Scored & { facts: KeptFacts | null }>(
      `select id, name, score, band, facts from leads
       where id > $1 and merged_into is null order by id limit ${BATCH}`,
      [after]
    )
    if (batch.length === 0) return
    const unscored = batch.filter(({ facts }) => facts === null).map(({ id }) => id)
    const asked = unscored.length > 0 ? await leadFactsQuery(unscored) : undefined
    yield batch.map((lead) => ({
      ...lead,
      facts: lead.facts ? factsFrom(lead.facts) : asked!.get(lead.id)!,
    }))
    after = batch.at(-1)!.id
  }
}

/** Facts as JSON keeps them. */
type KeptFacts = Omit<LeadFacts, 'engaged' | 'lastOrderAt' | 'reasons'> & {
  /** Not in those of before there were any. */
  reasons?: LeadFacts['reasons']
  engaged: Partial<Record<Engagement, string>>
  lastOrderAt: string | null
}

const factsFrom = ({ engaged, lastOrderAt, reasons = {}, ...facts }: KeptFacts): LeadFacts => ({
  ...{ ...facts, reasons },
  engaged: Object.fromEntries(Object.entries(engaged).map(([kind, at]) => [kind, new Date(at)])),
  lastOrderAt: lastOrderAt === null ? null : new Date(lastOrderAt),
})
