import type { BucketPolicy } from '#app/platform/limits/token_bucket'
import { WrongSetting } from '#app/platform/settings/wrong_setting'

/** Who asks. */
export const ROLES = ['guest', 'customer', 'staff', 'service'] as const
export type Role = (typeof ROLES)[number]

/** What is asked for, and how many tokens of the caller's bucket it costs. */
export const COSTS = { read: 1, search: 1, write: 2, auth: 1, export: 20 } as const
export type RouteClass = keyof typeof COSTS

/** Policies by role; a class that has one has a bucket of its own, the same for every role. */
export type Policies = Partial<Record<Role | RouteClass, BucketPolicy>>

const DEFAULTS =
  'guest=600/min:300,customer=900/min:300,staff=1800/min:600,service=6000/min:1000,auth=60/min:40'
const ENTRY = /^(?<name>[a-z]+)=(?<perMinute>[1-9]\d{0,6})\/min:(?<burst>[1-9]\d{0,6})$/
const NAMES = new Set<string>([...ROLES, ...Object.keys(COSTS)])

/**
 * Reads RATE_LIMITS, such as `guest=60/min:20,staff=600/min:100`: tokens regained per minute and
 * the most that can be saved up. What it does not name keeps its default; `off` lifts every limit.
 * @throws WrongSetting with one line that says what to write instead
 */
export function parsePolicies(text = '', { production = false } = {}): Policies {
  if (text.trim() === 'off') {
    if (production)
      throw new WrongSetting(
        'RATE_LIMITS=off is refused in production: name limits, or leave it out'
      )
    return {}
  }
  const given = text.split(',').map((entry) => entry.trim())
  return Object.fromEntries(
    [...DEFAULTS.split(','), ...given]
      .filter(Boolean)
      .map(parsePolicy)
      .map((policy) => [policy.name, policy])
  )
}

function parsePolicy(entry: string): BucketPolicy {
  const { name, perMinute, burst } = ENTRY.exec(entry)?.groups ?? {}
  if (!NAMES.has(name)) {
    throw new WrongSetting(
      `RATE_LIMITS: "${entry}" is not NAME=COUNT/min:BURST with NAME one of ${[...NAMES].join(', ')}`
    )
  }
  return { name, burst: Number(burst), intervalUs: Math.round(60_000_000 / Number(perMinute)) }
}
