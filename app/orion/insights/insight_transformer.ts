import { money } from '#app/money/money'
import type { Insight } from '#app/orion/insights/insights_query'

/** Something to look at, as programs of staff read it; the figures of its arithmetic are pieces and millimes. */
export const insightAnswer = (insight: Insight) => ({
  id: insight.id,
  kind: insight.kind,
  sku: insight.sku,
  name: insight.nameFr,
  value: money(insight.value),
  arithmetic: insight.arithmetic,
  status: insight.status,
  createdAt: insight.createdAt.toISOString(),
})
