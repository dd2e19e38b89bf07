import type { HttpContext } from '@adonisjs/core/http'
import {
  callsQuery,
  ORDER_QUEUES,
  type OrderQueue,
  PARCEL_QUEUES,
  parcelQueueQuery,
  type ParcelQueue,
  queueCounts,
  waitingOrdersQuery,
} from '#app/fulfilment/queues_query'
import { queueValidator } from '#app/fulfilment/shipment_validators'
import { ageOf } from '#app/orders/desk/age_of'
import { whatsAppToConfirm } from '#app/orders/desk/whatsapp_to_confirm'
import { filtersOf } from '#app/platform/lists/filters_of'
import { shownPhone } from '#app/tunisia/phone'

const LIMIT = 50

/** What waits: orders to call about, to pick, to be fetched; parcels that are out, to inspect, to be paid for. */
export default class ShipmentsController {
  async index({ request, view }: HttpContext) {
    const { queue: asked, q, cursor } = await filtersOf(queueValidator, request.qs())
    const queue = q ? undefined : (asked ?? 'to_pick')
    const [list, counts] = await Promise.all([listOf(queue, q, cursor), queueCounts()])
    return view.render('admin/shipments/index', {
      ...{ orders: [], parcels: [], nextCursor: null, ...list },
      ...{ queue, q, counts, cursor, queues: [...ORDER_QUEUES, ...PARCEL_QUEUES] },
      ...{ ageOf, shownPhone, whatsAppToConfirm },
    })
  }
}

async function listOf(queue?: OrderQueue | ParcelQueue, q?: string, cursor?: string) {
  if (queue === 'to_call') return { orders: await callsQuery(LIMIT) }
  if (queue && isOrderQueue(queue)) {
    const { page, nextCursor } = await waitingOrdersQuery(queue, LIMIT, cursor)
    return { orders: page, nextCursor }
  }
  const { page, nextCursor } = await parcelQueueQuery({ queue, q }, LIMIT, cursor)
  return { parcels: page, nextCursor }
}

const isOrderQueue = (queue: OrderQueue | ParcelQueue): queue is Exclude<OrderQueue, 'to_call'> =>
  (ORDER_QUEUES as readonly string[]).includes(queue)
