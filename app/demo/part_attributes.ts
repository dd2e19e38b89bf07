import type { Need } from '#app/demo/assortment'
import type { AttributeRange } from '#app/demo/part_type'
import type { Random } from '#app/demo/random'
import { positionChoice } from '#app/demo/positions'

export type AttributeValue = string | number | boolean

export type DataSheet = [code: string, value: AttributeValue][]

/** The data sheet of a need: every brand that answers it has these values. */
export function attributesOf(need: Need, random: Random): DataSheet {
  const values = new Map<string, AttributeValue>(Object.entries(need.size?.attributes ?? {}))
  const position = positionChoice(need)
  if (position) values.set('position', position)
  for (const [code, range] of Object.entries(need.type.attributes)) {
    if (!values.has(code)) values.set(code, valueIn(range, random))
  }
  return [...values]
}

function valueIn(range: AttributeRange, random: Random): AttributeValue {
  if (typeof range === 'number') return random.chance(range)
  if (isTexts(range)) return random.pick(range)
  const [low, high, step] = range
  const value = low + random.integer(0, Math.floor((high - low) / step)) * step
  return Math.round(value * 100) / 100
}

function isTexts(
  range: readonly string[] | readonly [number, number, number]
): range is readonly string[] {
  return typeof range[0] === 'string'
}
