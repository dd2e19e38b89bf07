import type { StaffBrand } from '#app/catalogue/brands/staff_brands_query'

/** A brand as staff programs see it. */
export const staffBrand = ({ descriptionFr, ...brand }: StaffBrand) => ({
  ...brand,
  description: descriptionFr,
})
