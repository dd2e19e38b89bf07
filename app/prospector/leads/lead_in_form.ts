import type { Infer } from '@vinejs/vine/types'
import type { leadFormValidator } from '#app/prospector/leads/lead_form_validators'
import type { Typed } from '#app/prospector/leads/write_manual_lead'

/** What somebody has typed into the form of a lead: a field that is empty says nothing. */
export const leadInForm = (typed: Infer<typeof leadFormValidator>): Typed => ({
  ...{ name: typed.name, segment: typed.segment },
  ...{ phones: typed.phone ? [typed.phone] : [], emails: typed.email ? [typed.email] : [] },
  ...{ website: typed.website ?? null, address: typed.address ?? null },
  ...{ governorate: typed.governorate ?? null, delegation: typed.delegation ?? null },
  taxId: typed.taxId ?? null,
})
