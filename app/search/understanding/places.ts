/** Ends, sides and levels of a car. */
const AXES = [
  ['front', 'rear'],
  ['left', 'right'],
  ['upper', 'lower'],
]

/** Whether both say where along the same axis: front and rear do. */
export const isSameAxis = (place: string, other: string): boolean =>
  AXES.some((axis) => axis.includes(place) && axis.includes(other))

/**
 * Places of a query as one of the positions of fitments: `left`, `front` is `front-left`. Both of a pair say
 * nothing; a level only counts when neither end nor side is said.
 */
export function positionOf(places: string[]): string | undefined {
  const [end, side, level] = AXES.map((axis) => {
    const said = axis.filter((place) => places.includes(place))
    return said.length === 1 ? said[0] : undefined
  })
  return end && side ? `${end}-${side}` : (end ?? side ?? level)
}
