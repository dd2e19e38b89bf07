import { understand } from '#app/search/understanding/understand'

/** So many engines of a car fit into a choice. */
const MOST = 60

/** The vehicle types that somebody names in words, such as «clio 4 1.5 dci»: keys, of one model or of several. */
export async function vehiclesNamed(words: string): Promise<number[]> {
  const { vehicle } = await understand(words)
  return (vehicle?.types ?? []).slice(0, MOST).map(({ id }) => id)
}
