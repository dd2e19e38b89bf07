import encryption from '@adonisjs/core/services/encryption'

/** The cars of somebody who has no account: ids of vehicle types, the newest first. */
export type Garage = { vehicleTypeIds: number[] }

const PURPOSE = 'garage'
/** More cars than this are a fleet, which has an account. */
const MOST_CARS = 10

const EMPTY_GARAGE: Garage = { vehicleTypeIds: [] }

/** The garage as text that only we can write: the storefront keeps it in a cookie. */
export const sealGarage = (garage: Garage): string =>
  encryption.getMessageVerifier().sign(garage, undefined, PURPOSE)

/** What a token holds; an empty garage for a token that is not ours, or none. */
export function openGarage(token: string | undefined): Garage {
  const garage = token ? encryption.getMessageVerifier().unsign<Garage>(token, PURPOSE) : undefined
  return garage ?? EMPTY_GARAGE
}

export const withVehicle = ({ vehicleTypeIds }: Garage, id: number): Garage => ({
  vehicleTypeIds: [id, ...vehicleTypeIds.filter((known) => known !== id)].slice(0, MOST_CARS),
})

export const withoutVehicle = ({ vehicleTypeIds }: Garage, id: number): Garage => ({
  vehicleTypeIds: vehicleTypeIds.filter((known) => known !== id),
})
