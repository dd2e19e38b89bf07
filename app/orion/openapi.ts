import vine from '@vinejs/vine'
import {
  forecastListValidator,
  forecastSkuValidator,
} from '#app/orion/forecasts/forecast_validators'
import {
  insightIdValidator,
  insightListValidator,
  insightPatchValidator,
} from '#app/orion/insights/insight_validators'
import { INSIGHT_KINDS, INSIGHT_STATUSES } from '#app/orion/insights/insights_query'
import {
  proposalIdsValidator,
  proposalListValidator,
} from '#app/orion/proposals/proposal_validators'
import { forecastSettingsPatch } from '#app/orion/settings/settings_validators'
import { moneySchema } from '#app/money/money_schema'
import { DEMAND_CLASSES } from '#app/orion/panel/demand_class'
import { POOL_KINDS } from '#app/orion/pool/pooled_model'
import { UNITS, type Unit } from '#app/orion/pool/units'
import { count, instant, one, page, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const text = () => vine.string()
const UNIT_NAMES = Object.keys(UNITS) as Unit[]
const staff = { tag: 'Orion (staff)', staff: true }
/** A figure that may have decimals. */
const figure = () => vine.number()
const quantiles = { q50: figure(), q90: figure(), q95: figure(), q99: figure() }
const errors = { mae: figure(), wape: figure().nullable(), mase: figure().nullable() }

const forecast = vine.object({
  sku: text(),
  name: text(),
  demandClass: vine.enum(DEMAND_CLASSES),
  model: text(),
  knownMonths: count(),
  horizon: vine.array(vine.object({ period: text(), mean: figure(), ...quantiles })),
  leadTime: vine.object({
    ...{ periods: count(), days: count(), model: text(), mean: figure() },
    ...quantiles,
  }),
  backtest: vine.object({ periods: count(), ...errors, naive: vine.object(errors) }).nullable(),
})

const remembered = vine.object({
  ...forecast.getProperties(),
  history: vine.array(
    vine.object({
      ...{ period: text(), pieces: figure().nullable() },
      ...{ promoted: figure(), bulk: figure(), seen: figure().nullable() },
    })
  ),
})

const forecasts = {
  ...staff,
  summary:
    'Demand of the coming months and over the lead time, in pieces, what will sell most first; q is the beginning of a SKU',
  query: forecastListValidator,
  answer: page(forecast),
}

const insight = vine.object({
  ...{
    id: count(),
    kind: vine.enum(INSIGHT_KINDS),
    sku: text(),
    name: text(),
    value: moneySchema(),
  },
  arithmetic: vine.record(vine.any()),
  ...{ status: vine.enum(INSIGHT_STATUSES), createdAt: instant() },
})

const alike = vine.object({ q50: figure(), q90: figure(), q95: figure(), q99: figure() })

const chosen = vine.object({
  lead: count(),
  members: vine.array(
    vine.object({ unit: vine.enum(UNIT_NAMES), forest: count(), ladder: count() })
  ),
  classes: vine.array(
    vine.object({
      ...{ demandClass: vine.enum(DEMAND_CLASSES), simple: text() },
      uses: vine.enum(['simple', 'pool', 'blend']),
      pool: vine.enum(POOL_KINDS).nullable(),
      ...{ ratio: figure(), ensemble: figure().nullable() },
      rivals: vine.array(
        vine.object({
          uses: vine.enum(['pool', 'blend']),
          ...{ pool: vine.enum(POOL_KINDS), ratio: figure(), isBetter: truth() },
        })
      ),
    })
  ),
})

const backtestSchema = () =>
  vine.object({
    ...{ from: count(), origins: count(), parts: count(), cases: count(), mae: figure() },
    ...{ rmse: figure(), mape: figure().nullable(), mapeDefined: figure() },
    ...{ wape: figure().nullable(), mase: figure().nullable(), rmsse: figure().nullable() },
    ...{ naive: vine.object(errors), wql: alike.clone().nullable(), coverage: alike.clone() },
  })

const model = vine.object({
  ...{ id: count(), trainedAt: instant(), knownUntil: text(), months: count(), parts: count() },
  ...{ seed: count(), forecastAt: instant().nullable() },
  alarm: vine.object({ wql95: figure(), promised: figure() }).nullable(),
  sets: vine.array(chosen),
  backtest: backtestSchema().nullable(),
  lastWeeks: backtestSchema().nullable(),
  stock: vine
    .object({
      ...{ lead: count(), parts: count(), periods: count() },
      points: vine.array(vine.object({ level: figure(), fill: figure(), stock: figure() })),
    })
    .nullable(),
  scores: vine.array(vine.object({ origin: text(), parts: count(), wql95: figure() })),
})

const settings = vine.object({
  ...{ levelA: figure(), levelB: figure(), levelC: figure() },
  ...{ leadDays: count(), reviewDays: count(), budget: count().nullable(), horizon: count() },
})

describeRoutes({
  'admin.orion.training': {
    ...staff,
    summary: 'What Orion does at this moment, how far it is, and whether the last learning failed',
    answer: one(
      vine.object({
        run: vine
          .object({
            task: vine.enum(['orion_train', 'orion_forecast']),
            since: instant(),
            progress: vine.object({ phase: text(), done: count(), total: count() }).nullable(),
          })
          .nullable(),
        failed: truth(),
      })
    ),
  },
  'admin.orion.train': {
    ...staff,
    summary: 'Learn and forecast now, out of turn; one at a time',
    status: 204,
    problems: [409],
  },
  'admin.orion.model': {
    ...staff,
    summary:
      'What forecasts each class of parts and what the backtest said of it and of its rivals (1 is the best simple model), in which units the pool counts, how good weekly forecasts of fast movers would have been over the last four weeks, and how good it has been since; null before anything was learned',
    answer: one(model.nullable()),
  },
  'admin.orion.settings': {
    ...staff,
    summary:
      'Service levels by class, lead time and review in days, budget in millimes without tax, months that are forecast',
    answer: one(settings),
  },
  'admin.orion.set': {
    ...staff,
    summary: 'Change settings; what is left out stays, and the next run goes by it',
    body: forecastSettingsPatch,
    answer: one(settings),
  },
  'admin.forecasts.index': forecasts,
  'orion.forecasts': forecasts,
  'admin.forecasts.show': {
    ...staff,
    summary:
      'The forecast of one product and the months it was made from: pieces (null: unknown), those sold under a promotion, those of a one-off bulk order, and what the models see where that is something else',
    params: forecastSkuValidator,
    answer: one(remembered),
    problems: [404],
  },
  'admin.insights.index': {
    ...staff,
    summary:
      'What follows from the forecasts, the most money first; open ones unless asked otherwise',
    query: insightListValidator,
    answer: page(insight),
  },
  'admin.insights.update': {
    ...staff,
    summary: 'Somebody has done something about it, or does not want to',
    params: insightIdValidator,
    body: insightPatchValidator,
    answer: one(insight),
    problems: [404, 409],
  },
  'admin.purchase_proposals.index': {
    ...staff,
    summary: 'What forecasts say should be bought; costs, without tax, for those who may know',
    query: proposalListValidator,
    answer: page(
      vine.object({
        ...{ id: count(), sku: text(), name: text(), quantity: count(), value: moneySchema() },
        supplier: vine.object({ id: count(), name: text() }),
        withinBudget: truth(),
        arithmetic: vine.record(vine.any()),
        cost: moneySchema().optional(),
      })
    ),
  },
  'admin.purchase_proposals.accept': {
    ...staff,
    summary:
      'Put proposals onto drafts, one for each supplier; what was answered before is left out',
    body: proposalIdsValidator,
    answer: page(vine.object({ number: text(), supplier: text(), lines: count() })),
  },
  'admin.purchase_proposals.decline': {
    ...staff,
    summary: 'Do not buy these, and do not propose them for a month',
    body: proposalIdsValidator,
    answer: one(vine.object({ declined: count() })),
  },
})
