import { sql } from '#app/platform/database/sql'

type ProposalOutcome = 'avoided' | 'overstock' | 'not_received' | 'stockout' | 'spared'

/** What proposals led to, by outcome: pieces, and millimes (sales, or costs of what lies there or was not spent). */
type OutcomeSum = {
  outcome: ProposalOutcome
  count: number
  pieces: number
  value: number | null
}

/** One of them, ninety days later. */
type ProposalScore = Omit<OutcomeSum, 'count'> & {
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  answer: 'accepted' | 'declined' | 'unanswered'
  since: Date
}

/** Outcomes whose money is what pieces cost: null for those who may not know. */
const AT_COST = `('overstock', 'spared')`
const SHOWN = 10

/** Scores of the last year, summed by outcome, and the latest ones. */
export async function proposalScoresQuery(mayKnowCosts: boolean): Promise<{
  sums: OutcomeSum[]
  latest: ProposalScore[]
}> {
  const [sums, latest] = await Promise.all([
    sql<OutcomeSum>(
      `select outcome, count(*)::int as count, sum(pieces)::int as pieces,
         case when $1::boolean or outcome not in ${AT_COST} then sum(value)::bigint end as value
       from proposal_scores where scored_at > now() - interval '1 year' group by 1
       order by array_position(array['avoided', 'overstock', 'not_received', 'stockout', 'spared'], outcome)`,
      [mayKnowCosts]
    ),
    sql<ProposalScore>(
      `select s.outcome, s.answer, s.pieces,
         case when $1::boolean or s.outcome not in ${AT_COST} then s.value end as value, s.since,
         p.id as "productId", p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr"
       from proposal_scores s join purchase_proposals x on x.id = s.proposal_id join products p on p.id = x.product_id
       order by s.scored_at desc, s.proposal_id desc limit ${SHOWN}`,
      [mayKnowCosts]
    ),
  ])
  return { sums, latest }
}
