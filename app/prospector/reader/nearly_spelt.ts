import { editDistance } from '#app/platform/text/edit_distance'

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
  return editDistance(written, name, most) <= most
}
