import type { Origin } from '#app/demo/brand'
import { hash } from '#app/demo/random'

/** GS1 prefixes of the countries where the brands are registered. */
const PREFIXES: Record<Origin, string> = {
  allemande: '400',
  française: '330',
  italienne: '801',
  espagnole: '843',
  britannique: '501',
  belge: '541',
  suédoise: '731',
  danoise: '570',
  néerlandaise: '871',
  polonaise: '590',
  américaine: '075',
  japonaise: '490',
  coréenne: '880',
  taïwanaise: '471',
  tunisienne: '619',
}

/** A GTIN-13 with a valid check digit; item 0–99,999 of the brand. The company part is invented. */
export function gtin13(brand: { slug: string; origin: Origin }, item: number): string {
  const company = String(hash(brand.slug) % 10_000).padStart(4, '0')
  const body = PREFIXES[brand.origin] + company + String(item % 100_000).padStart(5, '0')
  return body + checkDigit(body)
}

/** GS1 General Specifications 7.9: weights 3 and 1 from the right, up to the next ten. */
export function checkDigit(body: string): number {
  const sum = [...body]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
