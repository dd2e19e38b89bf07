import { createIgnitor } from '../../bin/ignitor.js'
import { calendarOf } from '#app/orion/panel/calendar'
import type { Panel } from '#app/orion/panel/panel'

const TODAY = new Date('2026-11-01T00:00:00Z')
const MONTHS = 24
const PRODUCTS = 2_000

/** Pieces per month of the products of the demo shop, by category, over the 24 months before November 2026. */
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
  const calendar = calendarOf('2024-11-01', MONTHS)
  return { ids: products.map(({ sku }) => sku), season: 12, begins: 10, calendar, values }
}

/** 0 is November 2024. */
function monthOf(day: Date): number {
  return (day.getUTCFullYear() - 2024) * 12 + day.getUTCMonth() - 10
}
