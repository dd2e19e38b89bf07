import type { Need } from '#app/demo/assortment'
import type { BrandData } from '#app/demo/brand'
import type { NumberSeries } from '#app/demo/number_series'
import { MAKES } from '#app/demo/data/makes'
import type { Quality } from '#app/demo/demo_product'
import type { OeNumber } from '#app/demo/oe_numbers'
import type { DataSheet } from '#app/demo/part_attributes'
import type { Random } from '#app/demo/random'

/** One brand's answer to a need. */
export type Offer = { brand: BrandData; mpn: string; quality: Quality }

/** Share of the parts with a deposit that have been rebuilt. */
const REBUILT = 0.25
/** Body parts also come from the scrapyard. */
const SECOND_HAND = new Set([
  'headlight',
  'tail_light',
  'wing_mirror',
  'bumper',
  'window_regulator',
])

/** The maker's number and the grade of a brand's part; a genuine part carries the car maker's number. */
export function offerOf(
  brand: BrandData,
  { need, oe, attributes }: Asked,
  series: NumberSeries,
  random: Random
): Offer {
  const quality = qualityOf(brand, need, random)
  const patterns = [brand.makes[need.type.code] ?? []].flat()
  const filled = patterns.map((pattern) => fill(pattern, need, attributes))
  const mpn = filled.length > 0 ? series.draw(brand.slug, filled) : oe[0].number
  return { brand, mpn, quality }
}

type Asked = { need: Need; oe: OeNumber[]; attributes: DataSheet }

function qualityOf(brand: BrandData, { type, size }: Need, random: Random): Quality {
  if (brand.rebuilt) return 'remanufactured'
  if (brand.tier === 'genuine') {
    return SECOND_HAND.has(type.code) && random.chance(0.5) ? 'used' : 'oe'
  }
  if (type.core && !size && random.chance(REBUILT)) return 'remanufactured'
  return brand.tier === 'premium' ? 'oem' : 'aftermarket'
}

function fill(pattern: string, need: Need, attributes: DataSheet): string {
  const values = new Map(attributes)
  return pattern
    .replace('$', need.size?.code ?? '')
    .replace('~', need.position?.endsWith('right') ? 'R' : 'L')
    .replace('&', need.vehicle ? MAKES[need.vehicle.make].letters : '')
    .replaceAll(/\[(\w+)\]/g, (_, code: string) => String(values.get(code)))
}
