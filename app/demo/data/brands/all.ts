import type { BrandData } from '#app/demo/brand'
import { BODY_BRANDS } from '#app/demo/data/brands/body'
import { BRAKE_BRANDS } from '#app/demo/data/brands/brakes'
import { CHASSIS_BRANDS } from '#app/demo/data/brands/chassis'
import { ELECTRICAL_BRANDS } from '#app/demo/data/brands/electrical'
import { ENGINE_BRANDS } from '#app/demo/data/brands/engine'
import { FILTER_BRANDS } from '#app/demo/data/brands/filters'
import { FLUID_BRANDS } from '#app/demo/data/brands/fluids'
import { GENUINE_BRANDS } from '#app/demo/data/brands/genuine'
import { TRANSMISSION_BRANDS } from '#app/demo/data/brands/transmission'

/** The brands on the shelves. */
export const BRANDS: BrandData[] = [
  ...FILTER_BRANDS,
  ...BRAKE_BRANDS,
  ...TRANSMISSION_BRANDS,
  ...CHASSIS_BRANDS,
  ...ENGINE_BRANDS,
  ...ELECTRICAL_BRANDS,
  ...BODY_BRANDS,
  ...FLUID_BRANDS,
  ...GENUINE_BRANDS,
]
