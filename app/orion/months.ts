/** SQL of the number of the month of a day: it grows by 1 from each to the next. */
export const MONTH_OF = (day: string) =>
  `(extract(year from ${day}) * 12 + extract(month from ${day}))::int`

/** CTE of the `$2` whole months before that of the day `$1`: the `first` day of them, and the one on which they end. */
export const BOUNDS = `
  bounds as (
    select (date_trunc('month', $1::date) - make_interval(months => $2::int))::date as first,
      date_trunc('month', $1::date)::date as ending
  )`
