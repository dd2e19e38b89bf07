import env from '#start/env'

const SFAX = { latitude: 34.7398, longitude: 10.76 }

/** Where the shop is: distances are measured from there, and its weather is that of its customers. */
export function shopLocation(): { latitude: number; longitude: number } {
  return {
    latitude: env.get('STORE_LAT') ?? SFAX.latitude,
    longitude: env.get('STORE_LNG') ?? SFAX.longitude,
  }
}
