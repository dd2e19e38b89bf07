import { type FieldError, invalidFields } from '#app/platform/http/invalid'
import { findDelegation, findGovernorate } from '#app/tunisia/governorates'
import { tunisianPhone } from '#app/tunisia/phone'
import type { Address } from '#app/tunisia/address'

type Typed = {
  fullName: string
  phone: string
  governorate: string
  delegation: string
  address: string
  postalCode?: string
  notes?: string
}

/** An address as somebody typed it, with places and telephone as we know them. Throws 422 for those we do not. */
export function readAddress(typed: Typed): Address {
  const governorate = findGovernorate(typed.governorate)
  const delegation = governorate && findDelegation(governorate, typed.delegation)
  const phone = tunisianPhone(typed.phone)
  if (governorate && delegation && phone) {
    return {
      ...{ fullName: typed.fullName, phone, governorate: governorate.code },
      ...{ delegation: delegation.nameFr, address: typed.address },
      ...{ postalCode: typed.postalCode ?? null, notes: typed.notes ?? null },
    }
  }
  throw unknownPlace([
    ...(phone ? [] : [PHONE]),
    ...(governorate ? [] : [GOVERNORATE]),
    ...(governorate && !delegation ? [DELEGATION] : []),
  ])
}

const PHONE = { field: 'phone', rule: 'phone', message: 'No telephone in Tunisia has this number' }
const GOVERNORATE = {
  ...{ field: 'governorate', rule: 'governorate' },
  message: 'Tunisia has no governorate of this name',
}
const DELEGATION = {
  ...{ field: 'delegation', rule: 'delegation' },
  message: 'This governorate has no delegation of this name',
}

const unknownPlace = (errors: FieldError[]) =>
  invalidFields(errors, 'Correct the fields named here and send the address again.')
