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

/**
 * Where it may go from there: forward by any step, for business is done on the telephone before it is written down,
 * and back where somebody starts over. Nobody is new again who was spoken to, and nobody comes back from
 * `never_contact`: that was asked for.
 */
export const STATUS_MOVES: Record<LeadStatus, readonly LeadStatus[]> = {
  new: ['to_call', 'contacted', 'quote', 'won', 'lost', 'never_contact'],
  to_call: ['new', 'contacted', 'quote', 'won', 'lost', 'never_contact'],
  contacted: ['to_call', 'quote', 'won', 'lost', 'never_contact'],
  quote: ['to_call', 'contacted', 'won', 'lost', 'never_contact'],
  won: ['to_call', 'contacted', 'quote', 'lost', 'never_contact'],
  lost: ['to_call', 'contacted', 'quote', 'won', 'never_contact'],
  never_contact: [],
}

export const mayMove = (from: LeadStatus, to: LeadStatus) => STATUS_MOVES[from].includes(to)
