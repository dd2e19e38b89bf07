import type { StockLevel } from '#app/inventory/stock_levels_query'

/** A level as the API tells it; `available` may be promised. */
export const levelAnswer = (level: StockLevel) => ({
  product: { id: level.productId, sku: level.sku, name: level.nameFr },
  location: level.location,
  onHand: level.onHand,
  reserved: level.reserved,
  backordered: level.backordered,
  available: level.onHand - level.reserved,
  lowStockAt: level.lowStockAt,
  incoming: level.incoming,
  expectedOn: level.expectedOn,
})
