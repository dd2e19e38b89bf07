import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { openGarage } from '#app/fitment/garage'
import { sql } from '#app/platform/database/sql'
import { notFound, Problem } from '#app/platform/http/problem'
import type { CustomerEntered } from '#app/customers/customer_entered'

const MOST_CARS = 100

/** The cars of a customer: ids of vehicle types, the newest first. */
export async function ownGarage(customerId: number): Promise<number[]> {
  const cars = await sql<{ id: number }>(
    `select vehicle_type_id as id from customer_vehicles where customer_id = $1
     order by added_at desc, vehicle_type_id limit $2`,
    [customerId, MOST_CARS]
  )
  return cars.map(({ id }) => id)
}

/** Adds a car; one that is there becomes the newest. Throws a 404 for none, a 422 for one too many. */
export async function addCar(customerId: number, vehicleTypeId: number): Promise<void> {
  const cars = await ownGarage(customerId)
  if (cars.length >= MOST_CARS && !cars.includes(vehicleTypeId)) throw garageFull()
  const added = await sql(ADD, [customerId, [vehicleTypeId]])
  if (added.length === 0) throw notFound('vehicle type')
}

/** Takes a car out. Throws a 404 when it is not there. */
export async function removeCar(customerId: number, vehicleTypeId: number): Promise<void> {
  const gone = await sql(
    'delete from customer_vehicles where customer_id = $1 and vehicle_type_id = $2 returning 1',
    [customerId, vehicleTypeId]
  )
  if (gone.length === 0) throw notFound('vehicle')
}

/** The cars that somebody had as a guest become the customer's, in their order. */
export async function mergeGuestGarage({ customerId, headerOf, trx }: CustomerEntered) {
  const { vehicleTypeIds } = openGarage(headerOf('x-garage-token'))
  if (vehicleTypeIds.length > 0) await addCars(customerId, vehicleTypeIds, trx)
}

const addCars = (customerId: number, ids: number[], trx: TransactionClientContract) =>
  sql(ADD, [customerId, ids], trx)

/** The first is the newest. Types that are no more are passed over; rows are locked in one order. */
const ADD = `
  insert into customer_vehicles (customer_id, vehicle_type_id, added_at)
  select $1, t.id, clock_timestamp() - given.nth * interval '1 millisecond'
  from unnest($2::int[]) with ordinality as given (id, nth) join vehicle_types t on t.id = given.id
  order by t.id
  on conflict (customer_id, vehicle_type_id) do update set added_at = excluded.added_at
  returning vehicle_type_id`

const garageFull = () =>
  new Problem({
    status: 422,
    code: 'garage_full',
    title: 'The garage is full',
    detail: `An account keeps ${MOST_CARS} cars. Take one out first.`,
  })
