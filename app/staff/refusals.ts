import { Problem } from '#app/platform/http/problem'

export const unknownRole = (key: string, known: string[]) =>
  new Problem({
    status: 422,
    code: 'unknown_role',
    title: 'There is no such role',
    detail: `There is no role "${key}". Roles: ${known.join(', ')}.`,
  })

export const addressTaken = (address: string) =>
  new Problem({
    status: 409,
    code: 'address_taken',
    title: 'This address has an account',
    detail: `${address} has an account already. Change that one, or use another address.`,
  })

export const beyondOwnRights = () =>
  new Problem({
    status: 403,
    code: 'beyond_own_rights',
    title: 'More than you may do yourself',
    detail: 'Nobody gives, takes or touches rights that they do not have. Ask an owner.',
  })

export const lastOwner = () =>
  new Problem({
    status: 409,
    code: 'last_owner',
    title: 'The last owner',
    detail: 'Somebody has to be the owner. Make another person owner first.',
  })

export const ownerMayEverything = () =>
  new Problem({
    status: 409,
    code: 'owner_may_everything',
    title: 'The owner may do everything',
    detail: 'The rights of the owner cannot be changed. Give the person another role instead.',
  })

export const builtInRole = () =>
  new Problem({
    status: 409,
    code: 'built_in_role',
    title: 'A role that the shop comes with',
    detail: 'Its name is fixed and it stays. Change what it may do, or create a role of your own.',
  })

export const roleInUse = (people: number) =>
  new Problem({
    status: 409,
    code: 'role_in_use',
    title: 'Somebody has this role',
    detail: `Give the ${people} people who have it another role first.`,
  })

export const nameTaken = (name: string) =>
  new Problem({
    status: 409,
    code: 'role_name_taken',
    title: 'There is a role of this name',
    detail: `A role is called "${name}" already. Choose another name, or change that role.`,
  })
