import type { Panel } from '#app/orion/panel/panel'

/** A month unlike any other of a part: what was sold in it, and what the models see instead. */
export interface OneOff {
  at: number
  pieces: number
  seen: number
}

const TIMES = 10
const FEWEST_PIECES = 20
const FEWEST_SALES = 3

/**
 * The period that is more than ten times any other one of a part that has sold in three or more: a bulk order that
 * will not come again, or a slip of the keyboard. Models see it as the highest of the others.
 */
export function oneOffOf(values: Float64Array): OneOff | undefined {
  let at = -1
  let second = 0
  let sales = 0
  for (const [period, value] of values.entries()) {
    if (!(value > 0)) continue
    sales++
    if (at < 0 || value > values[at]) {
      second = at < 0 ? 0 : values[at]
      at = period
    } else if (value > second) second = value
  }
  const isOne = sales >= FEWEST_SALES && values[at] >= FEWEST_PIECES && values[at] > TIMES * second
  return isOne ? { at, pieces: values[at], seen: second } : undefined
}

/** Shows models what they see of one-offs instead. Returns what was taken out, by row of the panel. */
export function takeOutOneOffs({ values }: Panel): Map<number, OneOff> {
  const oneOffs = new Map<number, OneOff>()
  for (const [row, of] of values.entries()) {
    const oneOff = oneOffOf(of)
    if (!oneOff) continue
    of[oneOff.at] = oneOff.seen
    oneOffs.set(row, oneOff)
  }
  return oneOffs
}
