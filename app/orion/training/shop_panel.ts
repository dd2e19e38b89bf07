import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { shopContext } from '#app/orion/context/shop_context'
import { demandByMonth, monthsOfHistory } from '#app/orion/demand_query'
import { type Marks, marksByMonth } from '#app/orion/marks_query'
import { leadTimesQuery, monthsOfLead } from '#app/orion/training/lead_times_query'
import { type OneOff, takeOutOneOffs } from '#app/orion/panel/one_off'
import { knownPeriods, type Panel, selectParts } from '#app/orion/panel/panel'
import { calendarOf } from '#app/orion/panel/calendar'
import { packPanel, type PackedPanel } from '#app/orion/panel/packed_panel'
import type { ContextGroup } from '#app/orion/pool/features'
import { monthsOfWeather } from '#app/orion/weather/months_of_weather'
import { openMeteoAccess } from '#app/orion/weather/open_meteo'
import { sql } from '#app/platform/database/sql'

/** The demand of the shop as it is forecast from. */
export interface ShopPanel {
  panel: PackedPanel
  /** First month that is not known, `2026-11-01`. */
  origin: string
  /** Lead time of each part with the time to the next order: in days, and in months as it is planned. */
  leadDays: Uint16Array
  leads: Uint8Array
  /** What the models do not see as it was, by row of the panel. */
  oneOffs: Map<number, OneOff>
  /** What was sold under promotions and in bulk, by product; the models see it as it was. */
  marks: Map<number, Marks>
}

/** There is nothing to learn from; the message is one line that says what to do. */
export class NothingToLearn extends Error {
  name = 'NothingToLearn'

  constructor() {
    super('no whole month of sales is known yet: import former sales with sales:import, or wait')
  }
}

/** Five years teach all that older ones do. */
const MOST_MONTHS = 60
/** A part that has not sold yet is new for so many months. */
const NEW_FOR = 12

/**
 * Reads what is known before the month of `today` (ISO day), at one moment of the database; besides what was sold only
 * what these groups of features need. Throws `NothingToLearn`.
 */
export function shopPanel(today: string, groups: ContextGroup[] = []): Promise<ShopPanel> {
  return db.transaction(
    async (trx) => {
      await sql('set local statement_timeout = 0', [], trx)
      const months = await monthsOfHistory(today, MOST_MONTHS, trx)
      const panel = months > 0 ? withSales(await demandByMonth(today, months, trx)) : undefined
      if (!panel || panel.ids.length === 0) throw new NothingToLearn()
      const days = await leadTimesQuery(trx)
      const leadDays = Uint16Array.from(panel.ids, (id) => days.get(Number(id))!)
      const oneOffs = takeOutOneOffs(panel)
      const origin = `${today.slice(0, 7)}-01`
      const weather = openMeteoAccess() ? await monthsOfWeather(origin, months, trx) : undefined
      const marks = await marksByMonth(today, months, { hindsight: true, trx })
      const calendar = calendarOf(monthsBefore(origin, months), months)
      const context = await contextOf(panel, groups, { until: today, months }, trx)
      return {
        ...{ panel: packPanel({ ...panel, weather, calendar, context }), oneOffs, marks, origin },
        ...{ leadDays, leads: Uint8Array.from(leadDays, monthsOfLead) },
      }
    },
    { isolationLevel: 'repeatable read' }
  )
}

async function contextOf(
  { ids }: Panel,
  groups: ContextGroup[],
  span: { until: string; months: number },
  trx: TransactionClientContract
): Promise<Panel['context']> {
  if (groups.length === 0) return undefined
  return shopContext(groups, { ids: ids.map(Number), ...span }, trx)
}

/** First day of the month that lies so many months before another. */
const monthsBefore = (month: string, count: number): string =>
  DateTime.fromISO(month).minus({ months: count }).toISODate()!

/** Only what has sold, or may still have to. */
function withSales(panel: Panel): Panel {
  const kept = panel.values
    .map((_, part) => part)
    .filter((part) => {
      const values = panel.values[part]
      return values.some((value) => value > 0) || knownPeriods(values, values.length) < NEW_FOR
    })
  return selectParts(panel, kept)
}
