import type { CartLine } from '#app/cart/cart_query'
import { type Verdict, verdictsQuery } from '#app/fitment/verdicts_query'

/** Whether each line fits the vehicle it was put in for, by product. One statement a vehicle, mostly none. */
export async function cartVerdicts(lines: CartLine[]): Promise<Map<number, Verdict>> {
  const vehicles = new Set(lines.flatMap(({ vehicleTypeId }) => vehicleTypeId ?? []))
  const verdicts = await Promise.all(
    [...vehicles].map((vehicle) => {
      const fitted = lines.filter(({ vehicleTypeId }) => vehicleTypeId === vehicle)
      return verdictsQuery(
        fitted.map(({ productId }) => productId),
        vehicle
      )
    })
  )
  return new Map(verdicts.flatMap((each) => [...each]))
}
