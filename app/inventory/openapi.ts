import vine from '@vinejs/vine'
import {
  adjustmentValidator,
  transferValidator,
  lowStockLimitValidator,
  stockListValidator,
} from '#app/inventory/stock_validators'
import { count, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const staff = { tag: 'Stock (staff)', staff: true }

describeRoutes({
  'admin.stock.index': {
    ...staff,
    summary: 'What there is of each product at each place',
    query: stockListValidator,
    answer: page(
      vine.object({
        product: vine.object({ id: count(), sku: text(), name: text() }),
        location: text(),
        onHand: count(),
        reserved: count(),
        backordered: count(),
        available: count(),
        lowStockAt: count(),
        incoming: count(),
        expectedOn: text().nullable(),
      })
    ),
  },
  'admin.stock.adjustments.store': {
    ...staff,
    summary:
      'Pieces were counted, came in, came back or are no more; promises beyond become back-orders',
    body: adjustmentValidator,
    status: 201,
    answer: one(vine.object({ onHand: count(), reserved: count(), putOff: count() })),
    problems: [404],
  },
  'admin.stock.limits.store': {
    ...staff,
    summary: 'From how many pieces on a product is low at a place',
    body: lowStockLimitValidator,
    status: 204,
    problems: [404],
  },
  'admin.stock.transfers.store': {
    ...staff,
    summary: 'Carry pieces that nobody was promised to another place',
    body: transferValidator,
    status: 204,
    problems: [404, 409],
  },
})
