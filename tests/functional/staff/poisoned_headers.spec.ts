import { request } from 'node:http'
import { createTransport } from 'nodemailer'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import type { JobRun } from '#app/platform/jobs/job_run'
import { mailResetLink } from '#app/staff/members/mail_reset_link'
import AccountMail from '#app/staff/mails/account_mail'
import StaffMember from '#app/staff/members/staff_member'
import { appUrl } from '#config/app'
import { bearer, createStaff } from '#tests/support/staff'
import { WebVisitor } from '#tests/support/web_visitor'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`
const PAGE = '/admin/password/forgot'

type Reset = { email: string; notice: 'reset' }

test.group('Headers that lie', (group) => {
  group.each.setup(async () => {
    await sql('delete from rate_limits')
    await sql('delete from token_buckets')
  })

  /** Asks for a link with headers that fetch would not send, and resolves with the mail that follows. */
  async function linkAskedWith(headers: Record<string, string>) {
    const { email } = await createStaff('counter')
    const browser = new WebVisitor()
    const body = new URLSearchParams({ email, _csrf: await browser.tokenOn(PAGE) }).toString()
    await new Promise((resolve, reject) => {
      const sent = request(
        BASE + PAGE,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'cookie': `session=${browser.session}`,
            ...headers,
          },
        },
        (response) => response.resume().on('end', resolve)
      )
      sent.on('error', reject).end(body)
    })
    const [job] = await sql<{ data: Reset }>(
      `delete from jobs.job where name = 'staff.mail_reset_link' and data ->> 'email' = $1
       returning data`,
      [email]
    )
    const { mails } = mail.fake()
    try {
      await mailResetLink.handle({ data: job.data } as JobRun<Reset>)
      const [sent] = mails.queued((one) => one instanceof AccountMail)
      await sent.message.computeContents()
      const { text, html } = sent.message.toJSON().message
      return `${String(text)} ${String(html)}`
    } finally {
      mail.restore()
    }
  }

  test('SEC-15: links in mails lead here, whatever the request calls this place', async ({
    assert,
  }) => {
    for (const headers of [
      { host: 'evil.tn' },
      { 'x-forwarded-host': 'evil.tn' },
      { 'host': 'evil.tn', 'x-forwarded-host': 'evil.tn', 'x-forwarded-proto': 'https' },
      { forwarded: 'host=evil.tn;proto=https' },
      { 'x-original-host': 'evil.tn', 'x-host': 'evil.tn' },
      { host: '127.0.0.1:3333@evil.tn', origin: 'https://evil.tn', referer: 'https://evil.tn' },
    ] as Record<string, string>[]) {
      const told = await linkAskedWith(headers)
      assert.include(told, `${appUrl}/admin/password/reset/`)
      assert.notInclude(told, 'evil')
    }
  })

  test('SEC-15: who makes addresses up is still one address', async ({ client, assert }) => {
    const { email } = await createStaff()
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) {
      const response = await client
        .post('/api/admin/auth/login')
        .header('X-Forwarded-For', `10.9.8.${n}, 41.224.30.1`)
        .json({ email, password: 'nope' })
      statuses.push(response.status())
    }
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429])
  })

  test('SEC-11: nobody adds headers or recipients to a mail', async ({ client, assert }) => {
    const { token } = await bearer()
    const breaks = ['\r\n', '\n', '\r', '\u2028', '%0d%0a', '\0', '\v']
    const injected = ['Bcc: eve@evil.tn', 'Subject: x', '\r\n\r\nbody', 'Content-Type: text/html']
    const payloads = breaks.flatMap((line) => injected.map((header) => `Amel${line}${header}`))
    const names = [...payloads, 'Amel" <eve@evil.tn>, "', 'Amel, eve@evil.tn', '<eve@evil.tn>']
    const transport = createTransport({ streamTransport: true, buffer: true })
    const { id } = await createStaff('counter')
    const member = await StaffMember.findOrFail(id)
    for (const fullName of names) {
      const response = await client
        .patch(`/api/admin/staff/${member.id}`)
        .bearerToken(token)
        .json({ fullName })
      assert.include([200, 422], response.status())
      const isOneLine = !/[\r\n\v\0]/.test(fullName)
      assert.equal(response.status() === 200, isOneLine, JSON.stringify(fullName))
      // Even if one had got into the table.
      member.fullName = fullName
      const composed = new AccountMail(member, 'guessing')
      await composed.buildWithContents()
      const { message } = composed.message.toJSON()
      const { envelope, message: raw } = await transport.sendMail(message as object)
      assert.deepEqual(envelope.to, [member.email], JSON.stringify(fullName))
      const [head] = String(raw).split('\r\n\r\n')
      assert.notMatch(head, /^(bcc|cc):/im)
      assert.lengthOf(head.match(/^(to|subject):/gim)!, 2)
    }
    for (const email of [
      'a@b.tn\r\nBcc: eve@evil.tn',
      'a@b.tn,eve@evil.tn',
      'a@b.tn\0',
      '<a@b.tn>',
    ]) {
      const response = await client
        .post('/api/admin/staff')
        .bearerToken(token)
        .json({ email, fullName: 'Amel', role: 'readonly' })
      response.assertStatus(422)
    }
  })
})
