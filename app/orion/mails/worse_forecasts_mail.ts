import type { Worse } from '#app/orion/forecasts/warn_of_worse_forecasts'
import { NoticeMail } from '#app/platform/mail/notice_mail'
import type StaffMember from '#app/staff/members/staff_member'

/** Tells somebody that forecasts were worse than their model had promised. */
export default class WorseForecastsMail extends NoticeMail {
  constructor(member: StaffMember, { wql95, promised }: Worse) {
    const figures = { measured: wql95.toFixed(2), promised: promised.toFixed(2) }
    super(member, 'mails.worseForecasts', '/admin/forecasts/model', figures)
  }
}
