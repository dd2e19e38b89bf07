import { demandLines } from '#app/orion/demand_lines'

/** Months that are looked at, and how many of them must have a sale. */
const MONTHS = 24
const FEWEST_MONTHS = 12
/** Prices within two percent of each other are one level. */
const LEVELS_PER_LOG = 50
const FEWEST_LEVELS = 4
/** Student's t of 95 % with the ten degrees of freedom that twelve months leave; more months have a little less. */
const STUDENT = 2.228
/** The change of price that what is at stake is reckoned for. */
export const PRICE_STEP = 0.05

/** First day that the run knows nothing of. */
const ORIGIN = '(select origin from forecast_runs where id = $1)'

/**
 * CTEs that go with `HEIRS`. Elasticity of the demand of each product of the run `$1`, with its 95 % interval, by
 * regression of the logarithm of the pieces of a month on that of the mean price paid, for it or what it replaced.
 * Months without a sale tell no price and are left out, which makes demand look less elastic than it is. Only parts with
 * at least four price levels whose interval lies below 0: where more is sold at higher prices, something else is at work.
 */
export const ELASTIC = `
  paid as (
    select h.heir as product_id, l.day, l.quantity, l.unit_price
    from (${demandLines({ first: `(${ORIGIN} - interval '${MONTHS} months')::date`, ending: ORIGIN })}) l
    join heirs h on h.id = l.product_id where l.quantity > 0 and l.unit_price > 0
  ), sold_at as (
    select p.product_id, date_trunc('month', p.day) as month, ln(sum(p.quantity))::float8 as pieces,
      ln(sum(p.quantity * p.unit_price)::float8 / sum(p.quantity)) as price
    from paid p group by 1, 2
  ), slopes as (
    select product_id, regr_slope(pieces, price) as slope, count(*)::int as months,
      count(distinct round(price * ${LEVELS_PER_LOG}))::int as levels,
      sqrt(greatest(0, regr_syy(pieces, price) - regr_slope(pieces, price) * regr_sxy(pieces, price))
        / nullif(count(*) - 2, 0) / nullif(regr_sxx(pieces, price), 0)) as spread
    from sold_at group by 1 having count(*) >= ${FEWEST_MONTHS}
  ), elastic as (
    select product_id, months, levels, slope as elasticity,
      slope - ${STUDENT} * spread as low, slope + ${STUDENT} * spread as high
    from slopes where levels >= ${FEWEST_LEVELS} and slope + ${STUDENT} * spread < 0
  )`
