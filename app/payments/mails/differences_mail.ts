import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import { dinars } from '#app/money/dinars'
import type { Reconciliation } from '#app/payments/reconciliation/reconcile_statement'
import type StaffMember from '#app/staff/members/staff_member'

/** Tells where a gateway's list of a day and our books differ. */
export default class DifferencesMail extends BaseMail {
  constructor(
    readonly member: StaffMember,
    readonly reconciliation: Reconciliation
  ) {
    super()
  }

  prepare() {
    const { member, reconciliation } = this
    const { method, day, agreed, differences } = reconciliation
    const i18n = i18nManager.locale(member.locale)
    const amount = (millimes: number | null) => (millimes === null ? '–' : dinars(millimes))
    const about = { method: i18n.t(`orders.method_${method}`), day }
    const lines = differences.map(({ kind, reference, orderNumber, ours, theirs }) =>
      [
        i18n.t(`payments.difference_${kind}`),
        [reference, ...(orderNumber ? [orderNumber] : [])].join(' · '),
        i18n.t('payments.difference_amounts', { ours: amount(ours), theirs: amount(theirs) }),
      ].join('\n')
    )
    const intro = i18n.t('payments.differences_text', {
      ...about,
      count: differences.length,
      agreed,
    })
    this.message
      .to(member.email, member.fullName)
      .subject(i18n.t('payments.differences_subject', { ...about, count: differences.length }))
      .text([intro, ...lines].join('\n\n'))
  }
}
