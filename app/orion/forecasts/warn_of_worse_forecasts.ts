import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import WorseForecastsMail from '#app/orion/mails/worse_forecasts_mail'
import { queueMail } from '#app/platform/mail/queue_mail'
import { staffWhoMay } from '#app/staff/members/staff_who_may'

/** Forecasts that were worse than promised: twice the pinball loss of q95 over the demand, and that of the backtests. */
export type Worse = { modelId: number; wql95: number; promised: number }

/** Mails everybody who answers for forecasts, when `trx` commits. */
export async function warnOfWorseForecasts(
  alarm: number,
  worse: Worse,
  trx: TransactionClientContract
) {
  for (const member of await staffWhoMay('forecasts:write', trx)) {
    const mail = new WorseForecastsMail(member, worse)
    await queueMail(mail, trx, `worse-forecasts-${alarm}-${member.id}`)
  }
}
