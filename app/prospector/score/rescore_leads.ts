import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { leadFactsQuery } from '#app/prospector/score/lead_facts_query'
import { currentRuleset } from '#app/prospector/score/rulesets_query'
import { scoreOf } from '#app/prospector/score/score_of'

type Scoring = { trx?: TransactionClientContract; now?: Date }

/** Scores these leads by the rules that count, and keeps every term and what it was made of. Returns how many changed. */
export async function rescoreLeads(
  ids: number[],
  { trx, now = new Date() }: Scoring = {}
): Promise<number> {
  const { version, rules } = await currentRuleset(trx)
  const facts = await leadFactsQuery(ids, trx)
  const scored = [...facts].map(([id, of]) => ({
    ...{ id, ...scoreOf(of, rules, now) },
    facts: of,
    distanceKm: of.distanceKm,
    engagedAt: newest([...Object.values(of.engaged), of.lastOrderAt]),
  }))
  const changed = await sql(
    `update leads l set score = s.score, band = s.band, terms = s.terms, ruleset = $2, scored_at = $3,
       facts = s.facts, distance_km = s."distanceKm", engaged_at = s."engagedAt"
     from jsonb_to_recordset($1) as s (id integer, score smallint, band text, terms jsonb, facts jsonb,
       "distanceKm" real, "engagedAt" timestamptz)
     where l.id = s.id and (l.score, l.band, l.terms, l.ruleset, l.facts, l.distance_km, l.engaged_at)
       is distinct from (s.score, s.band, s.terms, $2::int, s.facts, s."distanceKm", s."engagedAt")
     returning l.id`,
    [JSON.stringify(scored), version, now],
    trx
  )
  return changed.length
}

const newest = (moments: (Date | null | undefined)[]): Date | null => {
  const times = moments.flatMap((at) => (at ? [at.getTime()] : []))
  return times.length > 0 ? new Date(Math.max(...times)) : null
}
