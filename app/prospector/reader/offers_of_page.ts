import { normaliseNumber } from '#app/references/normalise'
import type { Node } from '#app/prospector/reader/microdata'
import type { PageContent } from '#app/prospector/reader/page_content'
import { nodesOf, texts, typesOf } from '#app/prospector/reader/structured'

/** A part that a site sells: its number as written and as numbers are compared. */
export interface FoundOffer {
  number: string
  numberNorm: string
  name: string | null
  brand: string | null
  /** Millimes, when the price is in dinars. */
  price: number | null
  isInStock: boolean | null
}

const MOST_OFFERS = 200
const PRICE =
  /(?<![\d.,])(\d{1,3}(?:[ .]\d{3})*(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?)\s*(?:DT|TND|dinars?|د\.?ت)(?![\p{L}])/iu
const NUMBER =
  /r[ée]f(?:[ée]rence|\.)?\s*(?:oe|oem|fabricant|constructeur)?\s*[.:#]\s*([A-Z0-9][A-Z0-9 ./-]{2,30})/iu

/** Parts on offer: what structured data tells, or the one part that a page is about. */
export function offersOfPage({ nodes, lines, metas, title }: PageContent): FoundOffer[] {
  const structured = nodes
    .filter((node) =>
      typesOf(node).some((type) => /^(?:Product|IndividualProduct|ProductModel)$/.test(type))
    )
    .flatMap(offersOfProduct)
  if (structured.length) return structured.slice(0, MOST_OFFERS)
  const text = lines.map((line) => line.text)
  const number = text.map((line) => NUMBER.exec(line)?.[1]).find(Boolean)
  const price =
    priceOf(metas.get('product:price:amount'), metas.get('product:price:currency')) ??
    priceInLines(text)
  const heading = lines.find(({ level }) => level === 1)?.text ?? title
  return number && isNumber(number) && price !== null
    ? [{ ...offer(number), name: heading || null, price }]
    : []
}

function offersOfProduct(product: Node): FoundOffer[] {
  const [brand] = texts(product.brand)
  const [name] = texts(product.name)
  const offers = nodesOf(product.offers)
  const prices = [...offers, ...offers.flatMap((each) => nodesOf(each.priceSpecification))]
  const price = prices
    .map((each) => priceOf(texts(each.price ?? each.lowPrice)[0], texts(each.priceCurrency)[0]))
    .find((found) => found !== null)
  const availability = offers.flatMap((each) => texts(each.availability))[0]
  const numbers = [...texts(product.mpn), ...texts(product.sku)].filter(isNumber)
  const distinct = [...new Map(numbers.map((number) => [normaliseNumber(number), number])).values()]
  return distinct.map((number) => ({
    ...offer(number),
    ...{ name: name ?? null, brand: brand ?? null, price: price ?? null },
    isInStock:
      availability === undefined
        ? null
        : /InStock|LimitedAvailability|InStoreOnly/i.test(availability),
  }))
}

const offer = (number: string): FoundOffer => ({
  ...{ number: number.trim(), numberNorm: normaliseNumber(number) },
  ...{ name: null, brand: null, price: null, isInStock: null },
})

/** Part numbers have a digit, and more than two characters. */
function isNumber(text: string): boolean {
  const norm = normaliseNumber(text)
  return norm.length >= 3 && norm.length <= 40 && /\d/.test(norm)
}

function priceInLines(lines: string[]): number | null {
  for (const line of lines) {
    const [, amount] = PRICE.exec(line) ?? []
    if (amount !== undefined) return priceOf(amount, 'TND')
  }
  return null
}

/** Millimes of `89.900`, `1 250,500` or `89,9`; null for other currencies and for what is no price. */
export function priceOf(amount: string | undefined, currency: string | undefined): number | null {
  if (amount === undefined || !/^(?:TND|DT|د\.?ت)$/i.test(currency?.trim() ?? '')) return null
  const bare = amount.replace(/[\s\u00a0\u202f']/g, '')
  const parts = bare.split(/[.,]/)
  if (!parts.every((part) => /^\d+$/.test(part)) || parts.length > 3) return null
  const decimals = parts.length > 1 && parts.at(-1)!.length <= 3 ? parts.pop()! : ''
  const millimes = Number(parts.join('')) * 1000 + Number(decimals.padEnd(3, '0'))
  return millimes > 0 && millimes < 1_000_000_000 ? millimes : null
}
