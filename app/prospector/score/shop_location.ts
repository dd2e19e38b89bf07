import env from '#start/env'

const SFAX = '34.7398,10.76'

/** Where the shop is, which distances are measured from. */
export function shopLocation(): { latitude: number; longitude: number } {
  const [latitude, longitude] = (env.get('SHOP_LOCATION') ?? SFAX).split(',').map(Number)
  return { latitude, longitude }
}
