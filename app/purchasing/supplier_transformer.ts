import { CURRENCY, money } from '#app/money/money'
import type { LeadTime } from '#app/purchasing/lead_times_query'
import type { OfferRow } from '#app/purchasing/supplier_offers_query'
import type { SupplierRow } from '#app/purchasing/suppliers_query'

/** A supplier as the API tells it. */
export const supplierAnswer = ({ minimumOrder, ...supplier }: SupplierRow) => ({
  ...supplier,
  currency: CURRENCY,
  minimumOrder: money(minimumOrder),
})

/** With how long its deliveries have taken; null before the first one. */
export const supplierDetail = (supplier: SupplierRow, leadTime: LeadTime | null) => ({
  ...supplierAnswer(supplier),
  leadTime,
})

/** An offer; what it costs is for those who may know costs. */
export const offerAnswer = (offer: OfferRow, mayKnowCosts: boolean) => ({
  product: { id: offer.productId, sku: offer.sku, name: offer.nameFr },
  reference: offer.reference,
  ...(mayKnowCosts && { cost: money(offer.cost) }),
  pack: offer.pack,
  minimum: offer.minimum,
  leadDays: offer.leadDays,
  leadTime: offer.leadTime,
})
