import vine from '@vinejs/vine'
import { moneySchema } from '#app/money/money_schema'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { PARCEL_STATES } from '#app/fulfilment/parcel_state'
import { VERDICTS } from '#app/fulfilment/remittances/remittance_verdict'
import {
  remittanceLineValidator,
  remittanceUploadValidator,
} from '#app/fulfilment/remittances/remittance_validators'
import {
  inspectionValidator,
  refusalValidator,
  shipmentIdValidator,
  shipmentListValidator,
  shipmentValidator,
} from '#app/fulfilment/shipment_validators'

const staff = { tag: 'Fulfilment (staff)', staff: true }
const change = { ...staff, params: shipmentIdValidator, status: 204, problems: [404, 409] }

const shipment = vine.object({
  id: count(),
  number: text(),
  orderNumber: text(),
  carrier: text(),
  trackingNumber: text().nullable(),
  state: vine.enum(PARCEL_STATES),
  cash: moneySchema(),
  remitted: truth(),
  shippedAt: instant(),
  lines: vine.array(
    vine.object({
      ...{ sku: text(), name: text() },
      ...{ quantity: count(), restocked: count(), writtenOff: count() },
    })
  ),
})

const remittance = {
  ...{ id: count(), carrier: text(), document: text(), at: instant() },
  ...{ parcels: count(), differences: count(), amount: moneySchema(), fees: moneySchema() },
}

const remittanceWithLines = vine.object({
  ...remittance,
  lines: vine.array(
    vine.object({
      ...{ id: count(), trackingNumber: text(), orderNumber: text().nullable() },
      ...{ amount: moneySchema(), fee: moneySchema(), expected: moneySchema().nullable() },
      ...{ verdict: vine.enum(VERDICTS), accepted: truth() },
    })
  ),
  missing: vine.array(
    vine.object({
      ...{ trackingNumber: text(), orderNumber: text() },
      ...{ expected: moneySchema(), since: instant() },
    })
  ),
})

describeRoutes({
  'admin.shipments.index': {
    ...staff,
    summary:
      'Parcels, the oldest first: those that are out, to inspect, or to be paid for by couriers',
    query: shipmentListValidator,
    answer: page(shipment),
  },
  'admin.shipments.show': {
    ...staff,
    summary: 'A parcel with what is in it',
    params: shipmentIdValidator,
    answer: one(shipment),
    problems: [404],
  },
  'admin.shipments.store': {
    ...staff,
    summary:
      'Send off what is left of a confirmed order, or some lines of it; its pieces leave the stock',
    body: shipmentValidator,
    status: 201,
    answer: one(shipment),
    problems: [404, 409],
  },
  'admin.shipments.deliver': { ...change, summary: 'It was delivered, and its cash collected' },
  'admin.shipments.refuse': {
    ...change,
    summary: 'It was not taken and comes back',
    body: refusalValidator,
  },
  'admin.shipments.inspect': {
    ...change,
    summary: 'It is back: what is good goes to stock, the rest is written off',
    body: inspectionValidator,
  },
  'admin.handovers.store': {
    ...staff,
    summary: 'The buyer fetches what is left of an order in the shop, and pays what is due',
    params: orderNumberValidator,
    status: 201,
    answer: one(shipment),
    problems: [404, 409],
  },
  'admin.remittances.index': {
    ...staff,
    summary: 'What couriers have paid, newest first',
    query: pagingValidator,
    answer: page(vine.object(remittance)),
  },
  'admin.remittances.show': {
    ...staff,
    summary: 'A remittance with each line, its verdict, and what is missing',
    params: shipmentIdValidator,
    answer: one(remittanceWithLines),
    problems: [404],
  },
  'admin.remittances.store': {
    ...staff,
    summary:
      'Reconcile a courier’s file (CSV, XLSX …) by tracking number; the same file again changes nothing',
    upload: remittanceUploadValidator,
    status: 201,
    answer: one(remittanceWithLines),
    problems: [409],
  },
  'admin.remittances.accept': {
    ...staff,
    summary: 'Accept what a courier paid too little or too much for a parcel',
    params: remittanceLineValidator,
    status: 204,
    problems: [404, 409],
  },
})
