import type { NumberKind } from '#app/references/find_numbers'

/** Whose a number is, as anybody may know it: nobody is told of whom the shop buys. */
export const ownerTold = ({ kind, owner }: { kind: NumberKind; owner: string | null }) =>
  kind === 'supplier' ? null : owner
