import type { Calendar } from '#app/orion/panel/calendar'
import { packContext, type PackedContext, unpackContext } from '#app/orion/panel/context'
import { packRows, unpackRows } from '#app/orion/panel/packed_rows'
import type { Panel } from '#app/orion/panel/panel'
import type { Weather } from '#app/orion/panel/weather'

/** A panel in one piece of memory that threads share, row after row. */
export interface PackedPanel {
  ids: string[]
  season: number
  begins?: number
  weather?: Weather
  calendar?: Calendar
  context?: PackedContext
  periods: number
  cells: Float64Array
}

/** Copies a panel to where threads can read it. */
export function packPanel({ values, recorded: _, context, ...told }: Panel): PackedPanel {
  const periods = values[0]?.length ?? 0
  const packed = { ...told, periods, cells: packRows(values) }
  return context ? { ...packed, context: packContext(context) } : packed
}

/** The panel again, over the same memory. */
export function unpackPanel({ periods: _, cells, context, ...told }: PackedPanel): Panel {
  const parts = told.ids.length
  const panel = { ...told, values: unpackRows(cells, parts) }
  return context ? { ...panel, context: unpackContext(context, parts) } : panel
}
