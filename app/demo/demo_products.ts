import { productSlug } from '#app/catalogue/products/product_slug'
import { applicationOf } from '#app/demo/application'
import { type Need, needs } from '#app/demo/assortment'
import type { BrandData } from '#app/demo/brand'
import type { DemoProduct, Quality } from '#app/demo/demo_product'
import { gtin13 } from '#app/demo/gtin'
import { ledgerOf } from '#app/demo/ledger'
import { NumberSeries } from '#app/demo/number_series'
import type { Offer } from '#app/demo/offer'
import { groupOf, type PartGroup, predecessorOf } from '#app/demo/part_group'
import { partNumbersOf } from '#app/demo/part_numbers_of'
import { pictureKey } from '#app/demo/pictures'
import { Random } from '#app/demo/random'
import { SalesCalendar } from '#app/demo/sales_calendar'
import { descriptionOf, nameOf } from '#app/demo/wording'
import { normaliseNumber } from '#app/references/normalise'

/** What is asked of one product beyond its offer. */
type Role = { status: DemoProduct['status']; predecessor?: Offer; isSuperseded?: boolean }

/**
 * The products of the demo shop, always the same for a seed and a day. They
 * come in groups of interchangeable parts, whose cross references are each
 * other's numbers. Nothing is kept: 100,000 take no more memory than 100.
 */
export class DemoProducts {
  #series: NumberSeries
  #calendar: SalesCalendar
  #gtins = new Map<BrandData, number>()

  constructor(
    readonly seed: number,
    today: Date
  ) {
    this.#series = new NumberSeries(seed)
    this.#calendar = new SalesCalendar(today)
  }

  *take(count: number): Generator<DemoProduct> {
    let left = count
    for (const product of this.#all()) {
      if (left-- === 0) return
      yield product
    }
  }

  *#all(): Generator<DemoProduct> {
    let turn = 0
    for (const need of needs(this.seed)) {
      const random = new Random(this.seed, 'group', turn++)
      yield* this.#productsOf(groupOf(need, this.#series, random), random)
    }
  }

  /** A product that follows an older one stands right before it. */
  *#productsOf(group: PartGroup, random: Random): Generator<DemoProduct> {
    for (const offer of group.offers) {
      if (random.chance(0.012)) {
        const predecessor = predecessorOf(offer, group, this.#series, random)
        yield this.#product(group, offer, { status: 'active', predecessor }, random)
        yield this.#product(group, predecessor, { status: 'archived', isSuperseded: true }, random)
      } else {
        yield this.#product(group, offer, { status: statusOf(random) }, random)
      }
    }
  }

  #product(group: PartGroup, offer: Offer, role: Role, random: Random): DemoProduct {
    const { need } = group
    const { brand, mpn, quality } = offer
    const sku = `${brand.code}-${normaliseNumber(mpn)}`
    const gtin = random.chance(0.6) ? this.#nextGtin(brand) : null
    const warrantyMonths = quality === 'used' ? 0 : need.type.warrantyMonths
    return {
      ...texts(group, offer, sku, warrantyMonths),
      ...ledgerOf(group, offer, role.status, this.#calendar, random),
      sku,
      mpn,
      gtin,
      quality,
      status: role.status,
      isSuperseded: role.isSuperseded ?? false,
      brand: brand.slug,
      category: need.type.category,
      taxRate: 19,
      warrantyMonths: warrantyMonths || null,
      weightG: need.size?.grams ?? random.integer(...need.type.grams),
      coreCharge: coreChargeOf(need, quality, random),
      orderable: random.chance(0.4),
      image: pictureKey(need.type, brand),
      attributes: group.attributes,
      application: applicationOf(need),
      numbers: partNumbersOf(group, offer, { sku, gtin, predecessor: role.predecessor }, random),
    }
  }

  #nextGtin(brand: BrandData): string {
    const item = this.#gtins.get(brand) ?? 0
    this.#gtins.set(brand, item + 1)
    return gtin13(brand, item)
  }
}

function texts({ need, oe }: PartGroup, offer: Offer, sku: string, warrantyMonths: number) {
  const name = nameOf(need)
  const description = descriptionOf({ ...offer, need, warrantyMonths, oeNumber: oe[0].number })
  return {
    slug: productSlug(name.fr, sku),
    nameFr: name.fr,
    nameAr: name.ar,
    descriptionFr: description.fr,
    descriptionAr: description.ar,
  }
}

function statusOf(random: Random): DemoProduct['status'] {
  const draw = random.next()
  return draw < 0.98 ? 'active' : draw < 0.99 ? 'archived' : 'draft'
}

/** Millimes: on rebuilt parts, and on new batteries for the old one. */
function coreChargeOf({ type, size }: Need, quality: Quality, random: Random): number {
  if (!type.core || (quality !== 'remanufactured' && !size)) return 0
  return random.integer(...type.core) * 1000
}
