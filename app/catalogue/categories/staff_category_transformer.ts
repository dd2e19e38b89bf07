import type { StaffCategory } from '#app/catalogue/categories/staff_categories_query'

/** A category as staff programs see it. */
export const staffCategory = ({ nameFr, descriptionFr, depth, ...category }: StaffCategory) => ({
  ...category,
  name: nameFr,
  description: descriptionFr,
})
