import { cartProblems, type CartProblem } from '#app/cart/cart_problems'
import type { Cart, CartLine } from '#app/cart/cart_query'
import { cartTotals } from '#app/cart/cart_totals'
import type { Verdict } from '#app/fitment/verdicts_query'
import { money, moneyOrNull } from '#app/money/money'
import { fileUrl } from '#app/platform/files/file_url'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { AVAILABILITIES } from '#app/search/listing_transformer'

/** A cart as the API tells it; without one, an empty one that nobody has begun. */
export function cartAnswer(
  { token, cart }: { token?: string; cart?: Cart },
  verdicts: Map<number, Verdict>,
  locale: Locale
) {
  const lines = cart?.lines ?? []
  const { lines: lineTotals, gross, tax, discount } = cartTotals(lines)
  return {
    token: cart ? (token ?? null) : null,
    items: lines.map((line, index) => item(line, lineTotals[index].gross, verdicts, locale)),
    totals: {
      subtotal: money(gross + discount),
      discount: money(discount),
      shipping: null,
      tax: money(tax),
      total: money(gross),
    },
    problems: cartProblems(lines, verdicts).map(problem),
    expiresAt: cart?.expiresAt ?? null,
  }
}

function item(line: CartLine, total: number, verdicts: Map<number, Verdict>, locale: Locale) {
  const verdict = line.vehicleTypeId === null ? undefined : verdicts.get(line.productId)
  return {
    sku: line.sku,
    slug: line.slug,
    name: inLocale(locale, line.nameFr, line.nameAr),
    imageUrl: line.imagePath === null ? null : fileUrl(line.imagePath),
    quantity: line.quantity,
    unitPrice: moneyOrNull(line.price),
    lineTotal: money(total),
    availability: line.price === null ? 'out_of_stock' : AVAILABILITIES[line.availability],
    vehicle: line.vehicleTypeId,
    ...(verdict && { fit: verdict.fit }),
  }
}

const problem = (found: CartProblem) =>
  found.code === 'price_changed'
    ? { ...found, before: money(found.before), after: money(found.after) }
    : found
