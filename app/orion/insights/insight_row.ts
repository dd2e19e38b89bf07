import { dinars } from '#app/money/dinars'
import { pieces } from '#app/orion/forecasts/pieces'
import type { Insight, InsightKind } from '#app/orion/insights/insights_query'
import { percent } from '#app/platform/views/numbers'

/** Figures that are no pieces. */
const WRITTEN: Record<string, (figure: number) => string> = {
  price: dinars,
  worth: dinars,
  chance: percent,
  step: percent,
  elasticity: hundredths,
  low: hundredths,
  high: hundredths,
}

/** Where something can be done about each kind. */
const ACTIONS: Record<InsightKind, (productId: number) => string> = {
  restock: () => '/admin/purchase-proposals',
  lost_sales: () => '/admin/purchase-proposals',
  price_sensitive: (id) => `/admin/products/${id}/price-history`,
  spike: (id) => `/admin/stock/${id}`,
  decline: (id) => `/admin/products/${id}/price-history`,
  dead_stock: (id) => `/admin/products/${id}`,
}

/** What is done by buying: a proposal waits for an answer, where somebody offers the product. */
const BOUGHT: InsightKind[] = ['restock', 'lost_sales']

/** An insight as its page shows it: with its figures written out, and its one action. */
export function insightRow(insight: Insight) {
  const figures = Object.entries(insight.arithmetic).map(([name, figure]) => [
    name,
    typeof figure === 'number' ? (WRITTEN[name] ?? pieces)(figure) : figure,
  ])
  const isUnoffered = BOUGHT.includes(insight.kind) && !insight.hasOffer
  return {
    ...insight,
    figures: Object.fromEntries(figures) as Record<string, string | boolean>,
    ...{ isUnoffered, simpleRule: simpleRuleOf(insight) },
    action: isUnoffered
      ? { href: '/admin/suppliers', label: 'forecasts.action_offer' }
      : {
          href: ACTIONS[insight.kind](insight.productId),
          label: `forecasts.action_${insight.kind}`,
        },
  }
}

/** Whether the simple rule for restocking says so beside the one of the quantile, does not, or is the only one. */
function simpleRuleOf({ arithmetic: { simpleRule, quantileRule } }: Insight) {
  if (!simpleRule) return 'not'
  return quantileRule ? 'too' : 'only'
}

/** `−1,43`: an elasticity. */
function hundredths(figure: number): string {
  return figure.toFixed(2).replace('.', ',').replace('-', '−')
}
