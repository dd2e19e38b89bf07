import type { Vehicle } from '#app/demo/vehicle'

export type Gender = 'm' | 'f'

/** Where on the car; a position multiplies a part type. */
export type Position =
  | 'front'
  | 'rear'
  | 'left'
  | 'right'
  | 'front-left'
  | 'front-right'
  | 'rear-left'
  | 'rear-right'
  | 'upper'
  | 'lower'

/** Numbers: [smallest, largest, step]. Texts: one of the list. A lone number: the chance of a yes. */
export type AttributeRange = readonly [number, number, number] | readonly string[] | number

/** When the part sells above its mean: see `sales_calendar.ts`. */
export type Season = 'level' | 'summer' | 'heat-and-cold' | 'rain' | 'departures'

/** One item of a part type that no car decides: a grade of oil, a size of tyre. */
export type Size = {
  code: string
  fr: string
  ar: string
  /** Dinars, tax included, for a brand of the middle. */
  price: number
  grams: number
  attributes?: Record<string, string | number | boolean>
}

/** A kind of part as a counter clerk names it, and all that is typical of it. */
export type PartType = {
  code: string
  /** Slug of its category. */
  category: string
  /** File in `drawings/`. */
  drawing: string
  /** The Arabic phrase stays indefinite, so that an adjective of position can follow it. */
  name: { fr: string; ar: string }
  /** Gender of the noun that the position qualifies, French then Arabic; masculine when absent. */
  gender?: `${Gender}${Gender}`
  positions?: Position[]
  /** Which cars have one at all; every car when absent. */
  fits?: (vehicle: Vehicle) => boolean
  /** Present: the part depends on these sizes instead of a car. */
  sizes?: Size[]
  /** Dinars, tax included, for a brand of the middle and a compact car. */
  price: [low: number, high: number]
  grams: [low: number, high: number]
  warrantyMonths: 0 | 3 | 6 | 12 | 24
  /** Relative to a part that sells neither well nor badly. */
  demand: number
  season: Season
  /** How many a customer takes at once. */
  quantities: number[]
  /** Deposit in dinars on the old part. */
  core?: [low: number, high: number]
  attributes: Record<string, AttributeRange>
  /**
   * How car makers number this part: Hyundai-Kia, Toyota, VAG, PSA, Suzuki, Nissan, BMW, Mercedes-Benz,
   * Chery, in this order; `front/rear` where the code follows the position.
   */
  oe: string
}

export const petrol = (vehicle: Vehicle) => vehicle.fuel === 'petrol'
export const diesel = (vehicle: Vehicle) => vehicle.fuel === 'diesel'
export const turbo = (vehicle: Vehicle) => vehicle.turbo
export const modernDiesel = (vehicle: Vehicle) =>
  vehicle.fuel === 'diesel' && vehicle.turbo && (vehicle.to === 0 || vehicle.to >= 2012)
export const modern = (vehicle: Vehicle) => vehicle.from >= 2002
export const belt = (vehicle: Vehicle) => vehicle.timing === 'belt'
export const chain = (vehicle: Vehicle) => vehicle.timing === 'chain'
export const rearDrums = (vehicle: Vehicle) => vehicle.rear === 'drum'
export const rearDiscs = (vehicle: Vehicle) => vehicle.rear === 'disc'
/** Driven in front, and with a tailgate. */
export const car = (vehicle: Vehicle) => vehicle.size !== 'pickup' && vehicle.size !== 'truck'
export const hydraulicSteering = (vehicle: Vehicle) => vehicle.steering === 'hydraulic'
