import { sql } from '#app/platform/database/sql'
import type { ReportKind } from '#app/reports/report_kinds'

export type Delivery = { name: string; email: string; deliveredAt: Date }

/** Who got the report of a week, and when. */
export function deliveriesQuery(week: string, kind: ReportKind = 'weekly'): Promise<Delivery[]> {
  return sql<Delivery>(
    `select m.full_name as name, m.email, d.delivered_at as "deliveredAt"
     from report_deliveries d join staff_members m on m.id = d.staff_member_id
     where d.report = $1 and d.week = $2 order by d.delivered_at, m.id`,
    [kind, week]
  )
}
