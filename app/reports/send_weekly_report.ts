import i18nManager from '@adonisjs/i18n/services/main'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { queueMail } from '#app/platform/mail/queue_mail'
import type { ReportWeek } from '#app/platform/shell/shell'
import WeeklyReportMail from '#app/reports/mails/weekly_report_mail'
import { composeWeeklyReport, type WeeklyReport } from '#app/reports/weekly_report'
import type { Ability } from '#app/staff/abilities'
import StaffMember from '#app/staff/staff_member'

export const WEEKLY = 'weekly'

/**
 * Mails the report of a week to everybody who may read reports and has not got it yet. However often
 * and by however many it is called, each gets it once: the note of the delivery and the mail are one
 * commit. Returns how many mails were queued.
 */
export async function sendWeeklyReport(week: ReportWeek): Promise<number> {
  const reports = new Map<string, Promise<WeeklyReport>>()
  let queued = 0
  for (const member of await recipients(week)) {
    const i18n = i18nManager.locale(member.locale)
    const may = (ability: string) => member.may(ability as Ability)
    // The same rights in the same language read the same: it is composed once.
    const key = `${member.role} ${member.locale}`
    if (!reports.has(key)) reports.set(key, composeWeeklyReport(week, may, i18n))
    const mail = new WeeklyReportMail(member, await reports.get(key)!, i18n)
    if (await deliver(mail, week, member)) queued += 1
  }
  return queued
}

/** Whoever may read reports, still works here and has not got this one. */
async function recipients({ name }: ReportWeek): Promise<StaffMember[]> {
  const members = await StaffMember.query()
    .whereNull('disabled_at')
    .whereNotExists((deliveries) =>
      deliveries
        .from('report_deliveries')
        .whereColumn('staff_member_id', 'staff_members.id')
        .where({ report: WEEKLY, week: name })
    )
    .orderBy('id')
  return members.filter((member) => member.may('reports:read'))
}

function deliver(mail: WeeklyReportMail, week: ReportWeek, member: StaffMember): Promise<boolean> {
  return db.transaction(async (trx) => {
    const noted = await sql(
      `insert into report_deliveries (report, week, staff_member_id) values ($1, $2, $3)
       on conflict do nothing returning 1 as noted`,
      [WEEKLY, week.name, member.id],
      trx
    )
    if (noted.length === 0) return false
    await queueMail(mail, trx, `${WEEKLY}-${week.name}-${member.id}`)
    return true
  })
}
