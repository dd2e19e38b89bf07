/**
 * What a lead is scored by: points, and the limits from which they are given, as whole numbers. `usual` is what
 * the shop began with (facts: segments, distances, signs of size, engagement, data, penalties), `most` what staff
 * may set.
 */
export const RULES = {
  segment_garage: { usual: 20, most: 45 },
  segment_workshop: { usual: 20, most: 45 },
  segment_fleet: { usual: 18, most: 45 },
  segment_dealer: { usual: 14, most: 45 },
  segment_reseller: { usual: 12, most: 45 },
  segment_driving_school: { usual: 10, most: 45 },
  segment_station: { usual: 8, most: 45 },
  segment_administration: { usual: 3, most: 45 },
  segment_other: { usual: 3, most: 45 },
  near_km: { usual: 15, most: 1_000 },
  near: { usual: 12, most: 45 },
  middle_km: { usual: 50, most: 1_000 },
  middle: { usual: 8, most: 45 },
  far_km: { usual: 150, most: 1_000 },
  far: { usual: 4, most: 45 },
  carrier: { usual: 2, most: 45 },
  sites: { usual: 3, most: 1_000 },
  vehicles: { usual: 20, most: 10_000 },
  large: { usual: 8, most: 45 },
  many_reviews: { usual: 50, most: 100_000 },
  medium: { usual: 5, most: 45 },
  some_reviews: { usual: 10, most: 100_000 },
  small: { usual: 3, most: 45 },
  most_makes_percent: { usual: 60, most: 100 },
  most_makes: { usual: 5, most: 45 },
  some_makes_percent: { usual: 30, most: 100 },
  some_makes: { usual: 3, most: 45 },
  order_days: { usual: 90, most: 730 },
  order: { usual: 15, most: 35 },
  quote: { usual: 10, most: 35 },
  reply: { usual: 8, most: 35 },
  call: { usual: 6, most: 35 },
  whatsapp: { usual: 4, most: 35 },
  email_click: { usual: 3, most: 35 },
  email_open: { usual: 1, most: 35 },
  half_life_days: { usual: 45, most: 730 },
  engagement_most: { usual: 30, most: 100 },
  asked: { usual: 5, most: 35 },
  phone: { usual: 6, most: 20 },
  email: { usual: 4, most: 20 },
  address: { usual: 3, most: 20 },
  tax_id: { usual: 4, most: 20 },
  website: { usual: 2, most: 20 },
  contact_role: { usual: 1, most: 20 },
  unpaid: { usual: 20, most: 100 },
  refusals: { usual: 2, most: 100 },
  refused: { usual: 15, most: 100 },
  no_channel: { usual: 10, most: 100 },
  band_a: { usual: 70, most: 100 },
  band_b: { usual: 50, most: 100 },
  band_c: { usual: 30, most: 100 },
} as const satisfies Record<string, { usual: number; most: number }>

export type RuleName = keyof typeof RULES
export type Rules = Record<RuleName, number>

export const RULE_NAMES = Object.keys(RULES) as RuleName[]

/** Rules that have to grow in this order: else a nearer, larger or better lead could be worth less. */
export const ORDERED: RuleName[][] = [
  ['near_km', 'middle_km', 'far_km'],
  ['carrier', 'far', 'middle', 'near'],
  ['some_reviews', 'many_reviews'],
  ['small', 'medium', 'large'],
  ['some_makes_percent', 'most_makes_percent'],
  ['some_makes', 'most_makes'],
  ['band_c', 'band_b', 'band_a'],
]

/** The rules with what is given in place of the usual. */
export const rulesWith = (given: Partial<Rules> = {}): Rules =>
  Object.fromEntries(RULE_NAMES.map((name) => [name, given[name] ?? RULES[name].usual])) as Rules

/** The first pair of rules that stand in the wrong order, if there is one. */
export function misordered(rules: Rules): [RuleName, RuleName] | undefined {
  for (const names of ORDERED) {
    const at = names.findIndex((name, index) => index > 0 && rules[name] < rules[names[index - 1]])
    if (at > 0) return [names[at - 1], names[at]]
  }
  return undefined
}

/** The rules as people look at them. */
export const RULE_GROUPS = {
  segment: RULE_NAMES.filter((name) => name.startsWith('segment_')),
  distance: ['near_km', 'near', 'middle_km', 'middle', 'far_km', 'far', 'carrier'],
  size: ['sites', 'vehicles', 'large', 'many_reviews', 'medium', 'some_reviews', 'small'],
  makes: ['most_makes_percent', 'most_makes', 'some_makes_percent', 'some_makes'],
  engagement: [
    ...['order_days', 'order', 'quote', 'reply', 'call', 'whatsapp', 'email_click', 'email_open'],
    ...['half_life_days', 'engagement_most', 'asked'],
  ],
  data: ['phone', 'email', 'address', 'tax_id', 'website', 'contact_role'],
  penalty: ['unpaid', 'refusals', 'refused', 'no_channel'],
  band: ['band_a', 'band_b', 'band_c'],
} as const satisfies Record<string, readonly string[]>
