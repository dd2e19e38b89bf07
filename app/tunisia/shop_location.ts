import env from '#start/env'
import { GOVERNORATE_CENTRES } from '#app/tunisia/governorate_centres'
import { GOVERNORATES } from '#app/tunisia/governorates'
import { kilometres } from '#app/tunisia/kilometres'

const SFAX = { latitude: 34.7398, longitude: 10.76 }

/** Where the shop is: distances are measured from there, and its weather is that of its customers. */
export function shopLocation(): { latitude: number; longitude: number } {
  return {
    latitude: env.get('STORE_LAT') ?? SFAX.latitude,
    longitude: env.get('STORE_LNG') ?? SFAX.longitude,
  }
}

/** The governorate whose chief town is nearest to the shop, and the delegation of that town where one is named so. */
export function shopPlace(): { governorate: string; delegation: string } {
  const shop = shopLocation()
  const away = ({ code }: { code: string }) => kilometres(shop, GOVERNORATE_CENTRES[code])
  const [{ code, delegations }] = GOVERNORATES.toSorted((a, b) => away(a) - away(b))
  const town = delegations.find(({ nameFr }) => nameFr.endsWith(' Ville')) ?? delegations[0]
  return { governorate: code, delegation: town.nameFr }
}
