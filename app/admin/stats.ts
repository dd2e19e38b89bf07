import { shellEntries } from '#app/platform/shell/shell'

/** How many there are of everything that features count; `asOf` is the moment of counting. */
export async function stats(may: (ability: string) => boolean) {
  const counted = await Promise.all(
    shellEntries('stats')
      .filter(({ ability }) => may(ability))
      .map(async ({ key, count }) => [key, await count()] as const)
  )
  return { ...Object.fromEntries(counted), asOf: new Date().toISOString() }
}
