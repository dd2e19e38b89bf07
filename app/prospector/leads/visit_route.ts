import { kilometres } from '#app/tunisia/kilometres'

type Place = { latitude: number; longitude: number }

/**
 * In which order to visit places from a start and back: always the nearest next, then crossings are undone as long as
 * that shortens the way (2-opt). Pure; the same places in the same order give the same way.
 */
export function visitOrder<Stop extends Place>(start: Place, stops: readonly Stop[]): Stop[] {
  const order = nearestNext(start, stops)
  for (let isShorter = true; isShorter;) {
    isShorter = false
    for (let from = 0; from < order.length - 1; from++) {
      for (let to = from + 1; to < order.length; to++) {
        if (gain(start, order, from, to) <= 1e-9) continue
        order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse())
        isShorter = true
      }
    }
  }
  return order
}

/** Kilometres of the whole way, back to the start, as the crow flies. */
export function lengthOf(start: Place, order: readonly Place[]): number {
  const way = [start, ...order, start]
  return way.slice(1).reduce((sum, place, at) => sum + kilometres(way[at], place), 0)
}

function nearestNext<Stop extends Place>(start: Place, stops: readonly Stop[]): Stop[] {
  const left = [...stops]
  const order: Stop[] = []
  let here: Place = start
  while (left.length > 0) {
    const distances = left.map((stop) => kilometres(here, stop))
    const [next] = left.splice(distances.indexOf(Math.min(...distances)), 1)
    order.push(next)
    here = next
  }
  return order
}

/** What is saved by going through the stops from `from` to `to` the other way round. */
function gain(start: Place, order: readonly Place[], from: number, to: number): number {
  const before = from === 0 ? start : order[from - 1]
  const after = to === order.length - 1 ? start : order[to + 1]
  return (
    kilometres(before, order[from]) +
    kilometres(order[to], after) -
    kilometres(before, order[to]) -
    kilometres(order[from], after)
  )
}
