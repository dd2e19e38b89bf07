const SHORTEST = 5
/** From this length on two letters may differ. */
const LONG = 8

/**
 * Whether somebody may have written `name` as `written`, both without spaces: `degueche` is Degache,
 * `jemmel` Jemmal. Only to be asked among the names of one governorate.
 */
export function isNearlySpelt(written: string, name: string): boolean {
  const shorter = Math.min(written.length, name.length)
  if (shorter < SHORTEST || written[0] !== name[0]) return false
  const most = Math.max(written.length, name.length) < LONG ? 1 : 2
  return Math.abs(written.length - name.length) <= most && distance(written, name) <= most
}

/** Letters to change, leave out or add until one word is the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (let to = 1; to <= other.length; to++) {
      const kept = row[to - 1] + (letter === other[to - 1] ? 0 : 1)
      next.push(Math.min(kept, row[to] + 1, next[to - 1] + 1))
    }
    row = next
  }
  return row[other.length]
}
