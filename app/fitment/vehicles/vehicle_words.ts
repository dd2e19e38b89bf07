/** How vehicles and places on them are told apart; the database knows the same words. */
export const BODIES = [
  ...(['hatchback', 'sedan', 'estate', 'suv', 'van', 'pickup'] as const),
  ...(['mpv', 'coupe', 'convertible', 'truck', 'other'] as const),
] as const

export const FUELS = [
  ...(['petrol', 'diesel', 'lpg', 'cng'] as const),
  ...(['hybrid', 'plug-in', 'electric', 'other'] as const),
] as const

export const POSITIONS = [
  ...(['front', 'rear', 'left', 'right'] as const),
  ...(['front-left', 'front-right', 'rear-left', 'rear-right'] as const),
  ...(['upper', 'lower'] as const),
] as const
