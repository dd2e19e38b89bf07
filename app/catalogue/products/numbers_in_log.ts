type Told = string | { kind: string; owner: string; number: string }

/** Part numbers as a history tells them: those that left, or those that came. */
export function numbersInLog(value: unknown): string {
  return ((value ?? []) as Told[]).map(inWords).join(' · ') || '—'
}

const inWords = (told: Told) =>
  typeof told === 'string' ? told : [told.kind, told.owner, told.number].filter(Boolean).join(' ')
