import { Problem } from '#app/platform/http/problem'
import type { LeadStatus } from '#app/prospector/leads/lead_status'

export const cannotMove = (from: LeadStatus, to: LeadStatus) =>
  new Problem({
    status: 409,
    code: 'lead_moved_on',
    title: 'That is not possible any more',
    detail: `The lead is ${from} and cannot become ${to}. Read it again.`,
    extra: { leadStatus: from },
  })

export const leftAlone = () =>
  new Problem({
    status: 409,
    code: 'lead_opted_out',
    title: 'This business asked to be left alone',
    detail: 'It is not contacted again, and nothing can be planned with it.',
  })

export const wasMerged = (into: number) =>
  new Problem({
    status: 409,
    code: 'lead_merged',
    title: 'This lead is a part of another one',
    detail: `Work with lead ${into}, or take them apart first.`,
    extra: { leadId: into },
  })

export const cannotMerge = () =>
  new Problem({
    status: 409,
    code: 'leads_not_mergeable',
    title: 'These leads cannot become one',
    detail: 'They are one already, or both belong to a customer of their own.',
  })

export const notMerged = () =>
  new Problem({
    status: 409,
    code: 'merge_undone',
    title: 'This merge does not stand any more',
    detail: 'It was taken back, or another merge was made on top of it. Take that one back first.',
  })

export const hasCustomer = () =>
  new Problem({
    status: 409,
    code: 'lead_has_customer',
    title: 'This lead has an account already',
    detail: 'A lead belongs to one customer.',
  })

export const isSuppressed = () =>
  new Problem({
    status: 409,
    code: 'contact_suppressed',
    title: 'Somebody asked not to be reached there',
    detail: 'This telephone or mail address is of somebody who wants to be left alone.',
  })
