import mail from '@adonisjs/mail/services/main'
import { mailQueue } from '#app/platform/mail/mail_job'

/** Mails that are sent later are jobs: they outlive this process and are tried again. */
mail.setMessenger(() => mailQueue)
