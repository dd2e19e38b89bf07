import i18nManager from '@adonisjs/i18n/services/main'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { queueMail } from '#app/platform/mail/queue_mail'
import type { ReportWeek } from '#app/platform/shell/shell'
import WeeklyReportMail from '#app/reports/mails/weekly_report_mail'
import { REPORT_KINDS, type ReportKind } from '#app/reports/report_kinds'
import { composeWeeklyReport, sectionsFor, type WeeklyReport } from '#app/reports/weekly_report'
import type { Ability } from '#app/staff/abilities'
import type StaffMember from '#app/staff/members/staff_member'
import { staffWhoMay } from '#app/staff/members/staff_who_may'

/**
 * Mails a report of a week to everybody who may read it and has not got it yet. However often
 * and by however many it is called, each gets it once: the note of the delivery and the mail are one
 * commit. Returns how many mails were queued.
 */
export async function sendWeeklyReport(
  week: ReportWeek,
  kind: ReportKind = 'weekly'
): Promise<number> {
  const reports = new Map<string, Promise<WeeklyReport>>()
  let queued = 0
  for (const member of await recipients(week, kind)) {
    const i18n = i18nManager.locale(member.locale)
    const may = (ability: string) => member.may(ability as Ability)
    // The same parts in the same language read the same: they are composed once.
    const parts = sectionsFor(may, kind).map(({ key }) => key)
    const key = [member.locale, ...parts].join(' ')
    if (!reports.has(key)) reports.set(key, composeWeeklyReport(week, may, i18n, kind))
    const mail = new WeeklyReportMail(member, await reports.get(key)!, i18n)
    if (await deliver(mail, week, member)) queued += 1
  }
  return queued
}

/** Whoever may read reports, still works here and has not got this one. */
async function recipients({ name }: ReportWeek, kind: ReportKind): Promise<StaffMember[]> {
  const delivered = await sql<{ id: number }>(
    'select staff_member_id as id from report_deliveries where report = $1 and week = $2',
    [kind, name]
  )
  const served = new Set(delivered.map(({ id }) => id))
  const readers = await staffWhoMay(REPORT_KINDS[kind].ability)
  return readers.filter(({ id }) => !served.has(id))
}

function deliver(mail: WeeklyReportMail, week: ReportWeek, member: StaffMember): Promise<boolean> {
  const { kind } = mail.report
  return db.transaction(async (trx) => {
    const noted = await sql(
      `insert into report_deliveries (report, week, staff_member_id) values ($1, $2, $3)
       on conflict do nothing returning 1 as noted`,
      [kind, week.name, member.id],
      trx
    )
    if (noted.length === 0) return false
    await queueMail(mail, trx, `${kind}-${week.name}-${member.id}`)
    return true
  })
}
