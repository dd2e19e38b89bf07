import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'
import { appUrl } from '#config/app'

type Reader = { email: string; fullName: string; locale: string }

/** Tells somebody something in their language, with the page where to do something about it. */
export abstract class NoticeMail extends BaseMail {
  /**
   * @param texts where its subject, text and advice stand in `resources/lang`
   * @param figures what these texts name
   */
  constructor(
    private reader: Reader,
    private texts: string,
    readonly path: string,
    private figures: Record<string, unknown> = {}
  ) {
    super()
  }

  /** Where its page is. */
  protected get site(): string {
    return appUrl
  }

  prepare() {
    const { texts, figures } = this
    const { locale, email, fullName } = this.reader
    const i18n = i18nManager.locale(locale)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(key, { ...figures, ...data })
    const url = `${this.site}${this.path}`
    this.message
      .to(email, fullName)
      .subject(t(`${texts}.subject`))
      .htmlView('mails/account', { t, texts, url, name: fullName, locale })
      .text(`${t(`${texts}.text`)}\n${url}\n${t(`${texts}.advice`)}`)
  }
}
