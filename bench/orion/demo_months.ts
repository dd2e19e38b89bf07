import { createIgnitor } from '../../bin/ignitor.js'
import { meanAge } from '#app/orion/context/mean_age'
import type { DemoProduct } from '#app/demo/demo_product'
import { fleetTypes, type VehicleType } from '#app/fitment/fleet/vehicle_types'
import { calendarOf } from '#app/orion/panel/calendar'
import type { Panel } from '#app/orion/panel/panel'

const TODAY = new Date('2026-11-01T00:00:00Z')
const MONTHS = 24
const PRODUCTS = 2_000
const YEAR = 12

/**
 * Pieces per month of the products of the demo shop, by category, over the 24 months before November 2026, with their
 * prices, their categories and the ages of the cars they fit. What was searched for in vain is not told: the few lines
 * of the demo's ledger are all of its last day.
 */
export async function demoMonths(): Promise<Panel> {
  // Some of what the demo shop is made of wants to know its application, started or not.
  await createIgnitor().createApp('console').init()
  const { DemoProducts } = await import('#app/demo/demo_products')
  const products = [...new DemoProducts(1, TODAY).take(PRODUCTS)].filter(
    ({ status, sales }) => status === 'active' && sales.length > 0
  )
  products.sort((one, other) =>
    `${one.category} ${one.sku}` < `${other.category} ${other.sku}` ? -1 : 1
  )
  const values = products.map(({ createdAt, sales }) => {
    const months = new Float64Array(MONTHS).fill(Number.NaN, 0, Math.max(0, monthOf(createdAt)))
    for (const { day, quantity } of sales) months[monthOf(day)] += quantity
    return months
  })
  return {
    ids: products.map(({ sku }) => sku),
    season: 12,
    begins: 10,
    calendar: calendarOf('2024-11-01', MONTHS),
    context: {
      prices: products.map(pricesOf),
      categories: categoriesOf(products),
      vehicleAges: agesOfVehicles(products),
    },
    values,
  }
}

function pricesOf({ prices }: DemoProduct): Float64Array {
  const months = new Float64Array(MONTHS).fill(Number.NaN)
  for (const { at, newPrice } of prices) {
    if (monthOf(at) < MONTHS) months.fill(newPrice, Math.max(0, monthOf(at)))
  }
  return months
}

function categoriesOf(products: DemoProduct[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(products, ({ category }) => {
    if (!numbers.has(category)) numbers.set(category, numbers.size + 1)
    return numbers.get(category)!
  })
}

function agesOfVehicles(products: DemoProduct[]): Float64Array[] {
  const byModel = Map.groupBy(fleetTypes(), ({ make, model }) => `${make} ${model}`)
  return products.map(({ application }) => {
    const types = application
      ? (byModel.get(`${application.make} ${application.model}`) ?? []).filter(
          ({ engineCode }) => !application.engineCode || engineCode === application.engineCode
        )
      : []
    const begins = types.map(({ from }) => monthOf(new Date(Date.UTC(from, 0))))
    const ends = types.map(lastMonthOf)
    return Float64Array.from({ length: MONTHS }, (_, month) => meanAge(begins, ends, month))
  })
}

const lastMonthOf = ({ to }: VehicleType) => (to === 0 ? null : monthOf(new Date(Date.UTC(to, 11))))

/** 0 is November 2024. */
function monthOf(day: Date): number {
  return (day.getUTCFullYear() - 2024) * YEAR + day.getUTCMonth() - 10
}
