/** True in `npm run test:deep`. */
export const isDeep = process.env.FAULT_DEPTH === 'full'

/** How often a fault is repeated: few times in `npm test`, fully in `npm run test:deep`. */
export function repeats(quick: number, full: number): number {
  return isDeep ? full : quick
}

/**
 * All of them in `npm run test:deep`. In `npm test` so many, others at each turn: whoever takes turns from 0 on
 * meets each of them.
 */
export function someOf<Item>(all: readonly Item[], quick: number, turn: number): Item[] {
  if (isDeep || quick >= all.length) return [...all]
  return Array.from({ length: quick }, (_, n) => all[(turn * quick + n) % all.length])
}

/**
 * Milliseconds that something may take: as promised in `npm run test:deep`, which has the machine for itself. Ten
 * times that in `npm test`, whose suites run side by side on whatever machine: there it tells an answer from a hang.
 */
export function promised(ms: number): number {
  return isDeep ? ms : ms * 10
}
