import { Problem } from '#app/platform/http/problem'

/** Throws a 412 when a record has moved on since the version that the caller has seen. */
export function expectVersion(record: { version: number }, seen?: number) {
  if (seen === undefined || seen === record.version) return
  throw new Problem({
    status: 412,
    code: 'version_conflict',
    title: 'Somebody else changed it first',
    detail: `It is at version ${record.version} now. Read it again and repeat the change.`,
    extra: { version: record.version },
  })
}

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
