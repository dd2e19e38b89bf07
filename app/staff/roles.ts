/** Who somebody is in the shop; what each role may do is decided per feature. */
export const ROLES = [
  'owner',
  'counter',
  'warehouse',
  'buyer',
  'sales',
  'accountant',
  'readonly',
] as const

export type Role = (typeof ROLES)[number]
