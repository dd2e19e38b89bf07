import type { Calendar } from '#app/orion/panel/calendar'
import type { Panel } from '#app/orion/panel/panel'
import type { Weather } from '#app/orion/panel/weather'

/** A panel in one piece of memory that threads share, row after row. */
export interface PackedPanel {
  ids: string[]
  season: number
  begins?: number
  weather?: Weather
  calendar?: Calendar
  periods: number
  cells: Float64Array
}

/** Copies a panel to where threads can read it. */
export function packPanel({ values, recorded: _, ...told }: Panel): PackedPanel {
  const { ids } = told
  const periods = values[0]?.length ?? 0
  const cells = new Float64Array(new SharedArrayBuffer(ids.length * periods * 8))
  for (const [row, of] of values.entries()) cells.set(of, row * periods)
  return { ...told, periods, cells }
}

/** The panel again, over the same memory. */
export function unpackPanel({ periods, cells, ...told }: PackedPanel): Panel {
  const values = told.ids.map((_, row) => cells.subarray(row * periods, (row + 1) * periods))
  return { ...told, values }
}
