import { shellEntries } from '#app/platform/shell/shell'

/**
 * Rows with the name of whoever wrote each; who has none is called as `actor` says. One question for each
 * kind of actor, however many rows there are.
 */
export async function withAuthors<Row extends { actor: string }>(
  rows: Row[]
): Promise<(Row & { author: string })[]> {
  const names = await namesOf(rows.map(({ actor }) => actor))
  return rows.map((row) => ({ ...row, author: names.get(row.actor) ?? row.actor }))
}

async function namesOf(actors: string[]): Promise<Map<string, string>> {
  const byKind = Map.groupBy(new Set(actors), (actor) => actorParts(actor).kind)
  const named = await Promise.all(
    [...byKind].map(async ([kind, those]) => {
      const names = await actorSource(kind)?.names(those.map((actor) => actorParts(actor).id))
      return [...(names ?? [])].map(([id, name]) => [`${kind}:${id}`, name] as const)
    })
  )
  return new Map(named.flat())
}

/** Who knows the names of actors of this kind. */
export const actorSource = (kind: string) =>
  shellEntries('actors').find((source) => source.kind === kind)

/** `staff:3` is `3` of kind `staff`. */
export function actorParts(actor: string) {
  const [kind, ...rest] = actor.split(':')
  return { kind, id: rest.join(':') }
}
