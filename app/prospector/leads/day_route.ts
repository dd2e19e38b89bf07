import { kilometres } from '#app/tunisia/kilometres'
import { lengthOf, visitOrder } from '#app/prospector/leads/visit_route'
import { visitsQuery } from '#app/prospector/leads/visits_query'
import { shopLocation } from '#app/tunisia/shop_location'

/**
 * The visits of a day in the order of the way, each with its kilometres from the one before; those nobody knows the
 * place of; and how many less urgent ones the day has no room for.
 */
export async function dayRoute(day: string) {
  const visits = await visitsQuery(day)
  const placed = visits.flatMap(({ latitude, longitude, ...visit }) =>
    latitude === null || longitude === null ? [] : [{ ...visit, latitude, longitude }]
  )
  const shop = shopLocation()
  const order = visitOrder(shop, placed)
  return {
    stops: order.map((stop, at) => ({
      ...stop,
      leg: kilometres(at === 0 ? shop : order[at - 1], stop),
    })),
    unplaced: visits.filter(({ latitude }) => latitude === null),
    left: (visits[0]?.total ?? 0) - visits.length,
    length: lengthOf(shop, order),
  }
}
