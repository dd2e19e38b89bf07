import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'
import env from '#start/env'
import { KeptMailTransport } from '#app/platform/mail/kept_mail_transport'
import { ListedTransport } from '#app/platform/mail/listed_transport'
import { lastingPath } from '#app/platform/project_root'

const smtp = new URL(env.get('SMTP_URL') ?? 'smtp://localhost:25')

const server = {
  host: smtp.hostname,
  port: Number(smtp.port || (smtp.protocol === 'smtps:' ? 465 : 587)),
  secure: smtp.protocol === 'smtps:',
  // A server that is silent has not taken the mail: it is tried again later.
  ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
  ...(smtp.username && {
    auth: {
      type: 'login' as const,
      user: decodeURIComponent(smtp.username),
      pass: decodeURIComponent(smtp.password),
    },
  }),
}

const mailConfig = defineConfig({
  default: env.get('SMTP_URL') ? 'smtp' : 'kept',
  from: { address: env.get('MAIL_FROM') ?? 'boutique@localhost.localdomain', name: 'Shabou' },
  mailers: {
    kept: () => new KeptMailTransport(lastingPath(app, 'tmp/mails')),
    smtp: configProvider.create(async () => {
      const { SMTPTransport } = await import('@adonisjs/mail/transports/smtp')
      return () => new ListedTransport(new SMTPTransport(server))
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
