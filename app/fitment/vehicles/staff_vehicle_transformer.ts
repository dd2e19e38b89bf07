import type { StaffModel } from '#app/fitment/vehicles/staff_vehicles_query'

/** A model as staff programs see it. */
export const staffModel = ({ makeId, make, makeAr, ...model }: StaffModel) => ({
  ...model,
  make: { id: makeId, name: make, nameAr: makeAr },
})
