import { money } from '#app/money/money'
import type { Proposal } from '#app/orion/proposals/proposals_query'

/** What to buy and why, as programs of staff read it; what it costs is for those who may know. */
export const proposalAnswer = (proposal: Proposal, mayKnowCosts: boolean) => ({
  id: proposal.id,
  sku: proposal.sku,
  name: proposal.nameFr,
  supplier: { id: proposal.supplierId, name: proposal.supplier },
  quantity: proposal.quantity,
  value: money(proposal.value),
  withinBudget: proposal.withinBudget,
  arithmetic: proposal.arithmetic,
  ...(mayKnowCosts && { cost: money(proposal.cost) }),
})
