import { apportion } from '#app/money/apportion'
import { scaled } from '#app/money/scaled'
import type { PromotionKind } from '#app/pricing/promotion'

/** A line that promotions are about. `unitPrice` in millimes, tax included; `category` is a slug with its path. */
export type PromotedLine = {
  productId: number
  quantity: number
  unitPrice: number
  brandId: number | null
  category: string | null
}

/** A promotion as it stands for somebody today; amounts in millimes. A code makes it the coupon in hand. */
export type Offer = {
  id: number
  code: string | null
  name: string
  kind: PromotionKind
  percent: number | null
  amount: number | null
  buy: number | null
  get: number | null
  brand: number | null
  category: string | null
  minSubtotal: number
  combines: boolean
  state: 'good' | 'expired' | 'too_early' | 'other_customers' | 'used_up' | 'used_before'
}

/** A promotion that counts, and what it takes off in millimes. */
export type Applied = {
  id: number
  code: string | null
  name: string
  amount: number
  freeDelivery: boolean
}

/** What is taken off: of each line in their order, and of all. */
export type Discounts = {
  lines: number[]
  total: number
  freeDelivery: boolean
  applied: Applied[]
}

type Worth = { offer: Offer; shares: number[] }

/**
 * What promotions take off these lines. Those that combine add up; one that does not stands alone, and
 * counts when it gives the buyer more. Free delivery goes with all. No line ever costs less than nothing,
 * and the order of lines and of promotions changes nothing.
 */
export function applyPromotions(lines: PromotedLine[], offers: Offer[]): Discounts {
  const places = lines
    .map((_, index) => index)
    .sort((a, b) => lines[a].productId - lines[b].productId || a - b)
  const sorted = places.map((place) => lines[place])
  const worth = offers
    .filter((offer) => offer.state === 'good' && subtotalOf(lines) >= offer.minSubtotal)
    .filter((offer) => sorted.some((line) => isAbout(offer, line)))
    .toSorted((a, b) => a.id - b.id)
    .map((offer) => ({ offer, shares: sharesOf(offer, sorted) }))
  const { taken, applied } = best(sorted, worth)
  const discounts = lines.map(() => 0)
  for (const [at, place] of places.entries()) discounts[place] = taken[at]
  const freeDelivery = applied.some((one) => one.freeDelivery)
  return { lines: discounts, total: sum(taken), freeDelivery, applied }
}

export const subtotalOf = (lines: PromotedLine[]) => sum(lines.map(amountOf))

/** Whether a promotion is about the brand or the category of a line. */
export const isAbout = ({ brand, category }: Offer, line: PromotedLine) =>
  (brand === null || brand === line.brandId) &&
  (category === null ||
    line.category === category ||
    (line.category?.startsWith(`${category}/`) ?? false))

/** The set that takes off most: all that combine, or one that does not. */
function best(lines: PromotedLine[], worth: Worth[]) {
  const isDelivery = ({ offer }: Worth) => offer.kind === 'free_delivery'
  const [delivery, goods] = [worth.filter(isDelivery), worth.filter((one) => !isDelivery(one))]
  const together = goods.filter(({ offer }) => offer.combines)
  const alone = goods.filter(({ offer }) => !offer.combines).map((one) => [one])
  const sets = [together, ...alone].map((set) => added(lines, set))
  const [most] = sets.toSorted((a, b) => sum(b.taken) - sum(a.taken))
  return {
    ...most,
    applied: [...most.applied, ...delivery.map(({ offer }) => appliedOf(offer, 0))],
  }
}

/** Promotions one after the other, each of what the ones before have left of a line. */
function added(lines: PromotedLine[], worth: Worth[]) {
  const taken = lines.map(() => 0)
  const applied = worth.map(({ offer, shares }) => {
    const parts = shares.map((share, at) => Math.min(share, amountOf(lines[at]) - taken[at]))
    for (const [at, part] of parts.entries()) taken[at] += part
    return appliedOf(offer, sum(parts))
  })
  return { taken, applied: applied.filter(({ amount }) => amount > 0) }
}

const appliedOf = ({ id, code, name, kind }: Offer, amount: number): Applied => ({
  ...{ id, code, name, amount },
  freeDelivery: kind === 'free_delivery',
})

/** What a promotion alone takes off each line, lines by their product. */
function sharesOf(offer: Offer, lines: PromotedLine[]): number[] {
  if (offer.kind === 'buy_get') return givenAway(offer, lines)
  const amounts = lines.map((line) => (isAbout(offer, line) ? amountOf(line) : 0))
  const whole = sum(amounts)
  const off = {
    percent: scaled(whole, offer.percent ?? 0, 100),
    amount: Math.min(offer.amount ?? 0, whole),
    free_delivery: 0,
  }[offer.kind]
  return apportion(off, amounts)
}

/** Of every `buy` + `get` pieces the `get` cheapest are free. */
function givenAway(offer: Offer, lines: PromotedLine[]): number[] {
  const places = lines
    .map((_, at) => at)
    .filter((at) => isAbout(offer, lines[at]))
    .sort((a, b) => lines[a].unitPrice - lines[b].unitPrice || a - b)
  const pieces = sum(places.map((at) => lines[at].quantity))
  let free = Math.floor(pieces / (offer.buy! + offer.get!)) * offer.get!
  const shares = lines.map(() => 0)
  for (const at of places) {
    const given = Math.min(free, lines[at].quantity)
    shares[at] = given * lines[at].unitPrice
    free -= given
  }
  return shares
}

const amountOf = ({ quantity, unitPrice }: PromotedLine) => quantity * unitPrice
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
