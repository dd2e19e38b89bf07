import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DemoBuyer } from '#app/demo/trade/buyers'
import { DEMO } from '#app/demo/trade/demo_acting'
import type { Goods } from '#app/demo/trade/goods'
import { type DemoPurchase, placeDemoOrder } from '#app/demo/trade/place_demo_order'
import { Random } from '#app/demo/random'
import { editOrder } from '#app/edits/edit_order'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { deliverParcel, refuseParcel } from '#app/fulfilment/follow_parcel'
import { handOver } from '#app/fulfilment/hand_over'
import { inspectParcel } from '#app/fulfilment/inspect_parcel'
import { parcelQuery } from '#app/fulfilment/parcels_query'
import { reconcileRemittance } from '#app/fulfilment/remittances/reconcile_remittance'
import { cancelByStaff, confirmOrder, noteCall } from '#app/orders/desk/change_order_by_staff'
import { orderQuery } from '#app/orders/order_query'
import type { Payment } from '#app/payments/payment'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { refundPayment } from '#app/payments/refunds/refund_payment'

const CARRIER = 'Aramex'

type Trade = { seed: number; goods: Goods[]; buyers: DemoBuyer[]; couponId: number }

/** How an order goes on after it was placed. */
type Course = { count: number; wish?: Partial<DemoPurchase>; goesOn: (order: Payment) => unknown }

/** Orders in every state there is, guests' and customers', and a courier's payment for some. */
export async function writeOrders({ seed, goods, buyers, couponId }: Trade): Promise<void> {
  const random = new Random(seed, 'orders')
  const paid: number[] = []
  const place = placing(goods, buyers, random)
  for (const { count, wish, goesOn } of coursesOf(couponId, paid)) {
    for (let nth = 0; nth < count; nth++) await goesOn(await place(wish))
  }
  await receiveCash(paid)
}

/** Each order takes the next goods and the next buyer. */
function placing(goods: Goods[], buyers: DemoBuyer[], random: Random) {
  let taken = 0
  let come = 0
  return (wish?: Partial<DemoPurchase>) => {
    const lines = random.integer(1, 3)
    const bought = Array.from({ length: lines }, () => goods[taken++ % goods.length])
    const buyer = buyers[come++ % buyers.length]
    return placeDemoOrder({ goods: bought, buyer, paymentMethod: 'cod', ...wish })
  }
}

function coursesOf(couponId: number, paid: number[]): Course[] {
  const transfer = { paymentMethod: 'transfer' } as const
  return [
    { count: 4, goesOn: () => undefined },
    { count: 1, wish: { couponId }, goesOn: () => undefined },
    { count: 2, goesOn: ({ orderNumber }) => noteCall(orderNumber, NOT_REACHED, DEMO) },
    { count: 3, goesOn: confirm },
    { count: 1, goesOn: addPieces },
    { count: 1, goesOn: sendPart },
    { count: 3, goesOn: send },
    { count: 2, goesOn: async (order) => deliverParcel(await send(order), DEMO) },
    { count: 3, goesOn: async (order) => paid.push(await send(order)) },
    { count: 1, goesOn: refuse },
    { count: 1, goesOn: async (order) => takeBack(await refuse(order)) },
    { count: 2, wish: { optionId: 'pickup' }, goesOn: handOverInShop },
    { count: 1, goesOn: ({ orderNumber }) => cancelByStaff(orderNumber, 'Injoignable', DEMO) },
    { count: 2, wish: transfer, goesOn: () => undefined },
    { count: 2, wish: transfer, goesOn: pay },
    { count: 1, wish: transfer, goesOn: sendPaid },
    { count: 1, wish: transfer, goesOn: (order) => payBack(order, 'part') },
    { count: 1, wish: transfer, goesOn: (order) => payBack(order, 'all') },
  ]
}

const NOT_REACHED = { outcome: 'no_answer', note: 'Rappeler demain matin' } as const

const confirm = ({ orderNumber }: Payment) => confirmOrder(orderNumber, DEMO)

/** The buyer wants one more of the first line, and says so in time. */
async function addPieces({ orderNumber }: Payment) {
  const { lines } = await orderQuery(orderNumber)
  const wanted = lines.map(({ sku, quantity }, nth) => ({
    sku,
    quantity: quantity + (nth ? 0 : 1),
  }))
  await editOrder(orderNumber, { reason: 'Demandé au téléphone', lines: wanted }, { acting: DEMO })
}

async function send(order: Payment): Promise<number> {
  await confirm(order)
  return dispatchParcel(parcelOf(order), DEMO)
}

async function sendPart(order: Payment) {
  await confirm(order)
  const { lines } = await orderQuery(order.orderNumber)
  await dispatchParcel({ ...parcelOf(order), lines: [{ sku: lines[0].sku, quantity: 1 }] }, DEMO)
}

const parcelOf = ({ orderNumber }: Payment) => ({
  ...{ orderNumber, carrier: CARRIER, trackingNumber: `ARX${orderNumber.replace(/\D/g, '')}` },
})

async function refuse(order: Payment): Promise<number> {
  const id = await send(order)
  await refuseParcel(id, 'Client absent', DEMO)
  return id
}

const takeBack = (id: number) => inspectParcel(id, { location: 'depot', lines: [] }, DEMO)

const handOverInShop = ({ orderNumber }: Payment) => handOver(orderNumber, DEMO)

async function pay(order: Payment) {
  await confirm(order)
  await receiveTransfer(order.publicId, `VIR-${order.orderNumber.slice(-6)}`, DEMO)
}

async function sendPaid(order: Payment) {
  await pay(order)
  await dispatchParcel(parcelOf(order), DEMO)
}

/** A part goes back after delivery; all of it before anything has left. */
async function payBack(order: Payment, what: 'part' | 'all') {
  await pay(order)
  const document = `REM-${order.orderNumber.slice(-6)}`
  if (what === 'part') {
    await deliverParcel(await dispatchParcel(parcelOf(order), DEMO), DEMO)
    const amount = Math.floor(order.amount / 4_000) * 1_000
    await refundPayment(order.publicId, { amount, reason: 'Emballage abîmé', document }, DEMO)
  } else {
    await refundPayment(order.publicId, { reason: 'Pièce introuvable', document }, DEMO)
    await cancelByStaff(order.orderNumber, 'Pièce introuvable', DEMO)
  }
}

/** The courier's file pays for these parcels, for the last one too little. */
async function receiveCash(parcels: number[]) {
  const rows = await Promise.all(
    parcels.map(async (id, nth) => {
      const { trackingNumber, cash } = await parcelQuery(id)
      const amount = nth === parcels.length - 1 ? cash - 2_000 : cash
      return `${trackingNumber};${dinarsOf(amount)};7,000`
    })
  )
  const fileName = 'aramex.csv'
  const path = join(tmpdir(), `demo-${process.pid}-${fileName}`)
  await writeFile(path, ['Code colis;Montant encaissé;Frais', ...rows].join('\n'))
  try {
    await reconcileRemittance({ carrier: CARRIER, document: 'BV-0001', path, fileName }, DEMO)
  } finally {
    await rm(path)
  }
}

const dinarsOf = (millimes: number) => (millimes / 1000).toFixed(3).replace('.', ',')
