import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { type HealthLine, type HealthState, shellEntries } from '#app/platform/shell/shell'

type HealthReading = {
  label: string
  state: HealthState
  text: string
  data: Record<string, unknown>
}

/** What a whole shop has. Whatever no feature answers for is not there yet, and never looks well. */
const EXPECTED = ['payments', 'prospector', 'orion', 'backups']
const PATIENCE_MS = 2_000

/** Every part of the shop and how well it works, those in need of somebody first. */
export async function healthReadings(): Promise<HealthReading[]> {
  const lines = shellEntries('health')
  const present = new Set(lines.map(({ label }) => label.split('.')[0]))
  const absent = EXPECTED.filter((feature) => !present.has(feature))
  const readings = await Promise.all(lines.map(read))
  return [...readings, ...absent.map(notThereYet)].sort(
    (one, other) => ORDER[one.state] - ORDER[other.state]
  )
}

const ORDER: Record<HealthState, number> = { bad: 0, warn: 1, ok: 2, off: 3 }

/** A part that does not answer in time, or at all, is a part that does not work. */
async function read({ label, check }: HealthLine): Promise<HealthReading> {
  const late = new AbortController()
  try {
    const { state, data = {} } = await Promise.race([check(), giveUp(late.signal)])
    return { label, state, text: `${label}_${state}`, data }
  } catch (error) {
    logger.warn({ err: error, label }, 'a part of the shop does not work')
    return { label, state: 'bad', text: 'system.health_unreachable', data: {} }
  } finally {
    late.abort()
  }
}

async function giveUp(signal: AbortSignal): Promise<never> {
  await sleep(PATIENCE_MS, undefined, { signal })
  throw new Error('no answer in time')
}

const notThereYet = (feature: string): HealthReading => ({
  label: `system.feature_${feature}`,
  state: 'off',
  text: 'system.health_absent',
  data: {},
})
