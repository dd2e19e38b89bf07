/** Where a lead stands with us. */
export const LEAD_STATUSES = [
  'new',
  'to_call',
  'contacted',
  'quote',
  'won',
  'lost',
  'never_contact',
] as const
export type LeadStatus = (typeof LEAD_STATUSES)[number]

/** Where it may go from there. Nobody comes back from `never_contact`: that was asked for. */
export const STATUS_MOVES: Record<LeadStatus, readonly LeadStatus[]> = {
  new: ['to_call', 'contacted', 'lost', 'never_contact'],
  to_call: ['contacted', 'quote', 'lost', 'never_contact'],
  contacted: ['to_call', 'quote', 'won', 'lost', 'never_contact'],
  quote: ['contacted', 'won', 'lost', 'never_contact'],
  won: ['contacted', 'lost', 'never_contact'],
  lost: ['to_call', 'contacted', 'never_contact'],
  never_contact: [],
}

export const mayMove = (from: LeadStatus, to: LeadStatus) => STATUS_MOVES[from].includes(to)
