import { cartProblems, type CartProblem } from '#app/cart/cart_problems'
import type { Cart, CartLine } from '#app/cart/cart_query'
import { cartTotals } from '#app/cart/cart_totals'
import type { Verdict } from '#app/fitment/verdicts_query'
import { couponOf, couponProblem, type CouponProblem } from '#app/pricing/coupon_problem'
import { promotionAnswer } from '#app/pricing/promotion_transformer'
import { money, moneyOrNull } from '#app/money/money'
import { fileUrl } from '#app/platform/files/file_url'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { AVAILABILITIES } from '#app/search/lists/listing_transformer'

/** A cart as the API tells it; without one, an empty one that nobody has begun. */
export function cartAnswer(
  { token, cart }: { token?: string; cart?: Cart },
  verdicts: Map<number, Verdict>,
  locale: Locale
) {
  const lines = cart?.lines ?? []
  const offers = cart?.offers ?? []
  const totals = cartTotals(lines, offers)
  const coupon = couponOf(offers)
  const couponRefused = couponProblem(promoted(lines), offers, totals)
  return {
    token: cart ? (token ?? null) : null,
    items: lines.map((line, index) => ({
      ...item(line, verdicts, locale),
      lineTotal: money(totals.lineTotals[index]),
      discount: money(totals.lines[index]),
    })),
    totals: {
      subtotal: money(totals.subtotal),
      discount: money(totals.total),
      shipping: null,
      tax: money(totals.tax),
      total: money(totals.toPay),
    },
    coupon: coupon ? { code: coupon.code!, name: coupon.name, applies: !couponRefused } : null,
    promotions: totals.applied.map(promotionAnswer),
    problems: [
      ...cartProblems(lines, verdicts).map(problem),
      ...(couponRefused ? [couponAnswer(couponRefused)] : []),
    ],
    expiresAt: cart?.expiresAt ?? null,
  }
}

function item(line: CartLine, verdicts: Map<number, Verdict>, locale: Locale) {
  const verdict = line.vehicleTypeId === null ? undefined : verdicts.get(line.productId)
  return {
    sku: line.sku,
    slug: line.slug,
    name: inLocale(locale, line.nameFr, line.nameAr),
    imageUrl: line.imagePath === null ? null : fileUrl(line.imagePath),
    quantity: line.quantity,
    unitPrice: moneyOrNull(line.price),
    availability: line.price === null ? 'out_of_stock' : AVAILABILITIES[line.availability],
    vehicle: line.vehicleTypeId,
    ...(verdict && { fit: verdict.fit }),
  }
}

const problem = (found: CartProblem) =>
  found.code === 'price_changed'
    ? { ...found, before: money(found.before), after: money(found.after) }
    : found

const promoted = (lines: CartLine[]) =>
  lines.map((line) => ({ ...line, unitPrice: line.price ?? 0 }))

const couponAnswer = (found: CouponProblem) =>
  found.code === 'coupon_minimum' ? { ...found, missing: money(found.missing) } : found
