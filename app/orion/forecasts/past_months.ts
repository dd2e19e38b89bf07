import { monthsFrom, type Remembered } from '#app/orion/forecasts/forecasts_query'

/**
 * What was sold of a product in each month that is kept beside its forecast, oldest first: pieces (null: nobody knows),
 * how many of them under a promotion and in a one-off bulk order, and what the models see where that is something else.
 */
export function pastMonths({ origin, history, facts }: Remembered) {
  const marked = (months: { monthsAgo: number; pieces: number }[] = []) =>
    new Map(months.map(({ monthsAgo, pieces }) => [history.length - monthsAgo, pieces]))
  const [promoted, bulk] = [marked(facts.promoted), marked(facts.bulk)]
  const { oneOff } = facts
  return monthsFrom(origin, -history.length, history.length).map((period, at) => ({
    period,
    pieces: Number.isNaN(history[at]) ? null : history[at],
    ...{ promoted: promoted.get(at) ?? 0, bulk: bulk.get(at) ?? 0 },
    seen: oneOff && history.length - oneOff.monthsAgo === at ? oneOff.seen : null,
  }))
}
