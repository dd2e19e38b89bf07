/** True in `npm run test:deep`. */
export const isDeep = process.env.FAULT_DEPTH === 'full'

/** How often a fault is repeated: few times in `npm test`, fully in `npm run test:deep`. */
export function repeats(quick: number, full: number): number {
  return isDeep ? full : quick
}
