import db from '@adonisjs/lucid/services/db'
import { demandByWeek, monthsOfHistory } from '#app/orion/demand_query'
import { TESTED_WEEKS } from '#app/orion/evaluation/last_weeks'
import { FAST_CLASSES } from '#app/orion/fast/fast_classes'
import { demandClass } from '#app/orion/panel/demand_class'
import { takeOutOneOffs } from '#app/orion/panel/one_off'
import { packPanel, type PackedPanel } from '#app/orion/panel/packed_panel'
import { selectParts, type Panel } from '#app/orion/panel/panel'
import { sql } from '#app/platform/database/sql'

const MOST_MONTHS = 24
const WEEKS_IN_MONTH = 4
/** Half a year teaches, and the last weeks test. */
const FEWEST_WEEKS = 26 + TESTED_WEEKS
/** Those that sell most: enough to tell how good weeks are. */
const MOST_PARTS = 500

/**
 * The demand by week of what sells in nearly every week, before the month of `today` (ISO day): what is tested on the
 * last weeks was chosen by the ones before. Nothing where too little is known, or nothing sells that often.
 */
export function weeklyPanel(today: string): Promise<PackedPanel | undefined> {
  return db.transaction(
    async (trx) => {
      await sql('set local statement_timeout = 0', [], trx)
      const weeks = WEEKS_IN_MONTH * (await monthsOfHistory(today, MOST_MONTHS, trx))
      if (weeks < FEWEST_WEEKS) return undefined
      const panel = fastMovers(await demandByWeek(today, weeks, trx), weeks - TESTED_WEEKS)
      takeOutOneOffs(panel)
      return panel.ids.length > 0 ? packPanel(panel) : undefined
    },
    { isolationLevel: 'repeatable read' }
  )
}

/** The parts that sell most of those whose first `known` weeks are smooth or erratic, in the order of the panel. */
function fastMovers(panel: Panel, known: number): Panel {
  const fast = panel.values
    .map((values, part) => ({ part, earlier: values.subarray(0, known) }))
    .filter(({ earlier }) => (FAST_CLASSES as readonly string[]).includes(demandClass(earlier)))
    .map(({ part, earlier }) => ({ part, pieces: earlier.reduce(addKnown, 0) }))
    .sort((one, other) => other.pieces - one.pieces || one.part - other.part)
    .slice(0, MOST_PARTS)
    .map(({ part }) => part)
    .sort((one, other) => one - other)
  return selectParts(panel, fast)
}

const addKnown = (sum: number, value: number) => sum + (value || 0)
