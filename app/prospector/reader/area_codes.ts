/** Governorates by the first digits of the fixed telephones in them. */
const AREAS: Record<string, string[]> = {
  70: ['TN-11', 'TN-12', 'TN-13', 'TN-14'],
  71: ['TN-11', 'TN-12', 'TN-13', 'TN-14'],
  79: ['TN-11', 'TN-12', 'TN-13', 'TN-14'],
  72: ['TN-21', 'TN-22', 'TN-23'],
  73: ['TN-51', 'TN-52', 'TN-53'],
  74: ['TN-61'],
  75: ['TN-73', 'TN-81', 'TN-82', 'TN-83'],
  76: ['TN-43', 'TN-71', 'TN-72'],
  77: ['TN-41', 'TN-42'],
  78: ['TN-31', 'TN-32', 'TN-33', 'TN-34'],
}

/** The governorates that telephones in E.164 may stand in; mobile ones stand anywhere. */
export const governoratesOfPhones = (phones: string[]): Set<string> =>
  new Set(phones.flatMap((phone) => AREAS[/^\+216(\d\d)/.exec(phone)?.[1] ?? ''] ?? []))
