/** Something that is always true of the books. */
interface Invariant {
  readonly name: string
  /** What breaks it, in words with numbers; nothing when it holds. One statement sees one moment. */
  broken(): Promise<string[]>
}

const invariants = new Map<string, Invariant>()

/** Adds a truth to those that `invariants:check` proves. */
export function defineInvariant(invariant: Invariant): void {
  if (invariants.has(invariant.name)) throw new Error(`two invariants are named ${invariant.name}`)
  invariants.set(invariant.name, invariant)
}

export const definedInvariants = (): Invariant[] => [...invariants.values()]
