import type { StaffAttribute } from '#app/catalogue/attributes/staff_attributes_query'

/** An attribute as staff programs see it. */
export const staffAttribute = ({ nameFr, ...attribute }: StaffAttribute) => ({
  ...attribute,
  name: nameFr,
})
