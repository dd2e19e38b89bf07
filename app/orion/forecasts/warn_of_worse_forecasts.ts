import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import WorseForecastsMail from '#app/orion/mails/worse_forecasts_mail'
import { sql } from '#app/platform/database/sql'
import { queueMail } from '#app/platform/mail/queue_mail'
import StaffMember from '#app/staff/members/staff_member'

/** Forecasts that were worse than promised: twice the pinball loss of q95 over the demand, and that of the backtest. */
export type Worse = { modelId: number; wql95: number; promised: number }

/** Mails everybody who answers for forecasts, when `trx` commits. */
export async function warnOfWorseForecasts(worse: Worse, trx: TransactionClientContract) {
  const staff = await sql<{ id: number }>(
    'select id from staff_members where disabled_at is null order by id',
    [],
    trx
  )
  const members = await Promise.all(staff.map(({ id }) => StaffMember.findOrFail(id)))
  for (const member of members.filter((one) => one.may('forecasts:write'))) {
    const mail = new WorseForecastsMail(member, worse)
    await queueMail(mail, trx, `worse-forecasts-${worse.modelId}-${member.id}`)
  }
}
