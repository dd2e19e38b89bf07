import type { Ability } from '#app/staff/abilities'

/** A report that is mailed every Monday: who reads it, and where it stands. Its title is `reports.<kind>`. */
export const REPORT_KINDS = {
  weekly: { ability: 'reports:read', path: '/admin/reports/weekly' },
  prospector: { ability: 'leads:read', path: '/admin/reports/prospector' },
} as const satisfies Record<string, { ability: Ability; path: string }>

export type ReportKind = keyof typeof REPORT_KINDS
