import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import encryption from '@adonisjs/core/services/encryption'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { mailJob } from '#app/platform/mail/mail_job'
import { paymentOf } from '#app/payments/payment'
import { reconcileStatement } from '#app/payments/reconciliation/reconcile_statement'
import { settle } from '#app/payments/settling/settle'
import { emptyCatalogue } from '#tests/support/catalogue'
import { fakeGateway, orderToPay } from '#tests/support/payments'
import { createStaff } from '#tests/support/staff'
import { temporaryFile } from '#tests/support/temporary_files'

const dinarsOf = (millimes: number) => (millimes / 1000).toFixed(3)

async function today(): Promise<string> {
  const [{ day }] = await sql<{ day: string }>('select day_in_tunis()::text as day')
  return day
}

/** The mails that wait to be sent: to whom, and what they say. */
async function waitingMails() {
  const jobs = await sql<{ sealed: string }>(
    `select data ->> 'sealed' as sealed from ${JOBS_SCHEMA}.job where name = $1`,
    [mailJob.name]
  )
  return jobs.map(({ sealed }) => JSON.stringify(encryption.decrypt(sealed)))
}

test.group('Reconciliation with gateways', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql(`delete from ${JOBS_SCHEMA}.job where name = $1`, [mailJob.name])
  })
  group.each.teardown(() => emptyCatalogue())

  test('PAY-14: one payment missing, one extra and one of another amount: three differences, mailed to who looks after money', async ({
    assert,
    cleanup,
    test: self,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const paid = []
    for (let n = 0; n < 4; n++) {
      const { payment, ref } = await orderToPay('konnect')
      await gateway.pay(ref)
      await settle(payment)
      paid.push(await paymentOf(payment.publicId))
    }
    const [right, byTheirName, other, missing] = paid
    const file = await temporaryFile(
      self,
      'konnect.csv',
      [
        'Reference;Montant',
        `${right.reference.toLowerCase()};${dinarsOf(right.captured)}`,
        `${byTheirName.gatewayRef};${dinarsOf(byTheirName.captured)}`,
        `${other.reference};${dinarsOf(other.captured - 500)}`,
        'SAP2026999999A1;12.500',
      ].join('\n')
    )
    const day = await today()
    const { agreed, differences } = await reconcileStatement(file, { method: 'konnect', day })
    assert.equal(agreed, 2)
    assert.sameDeepMembers(differences, [
      {
        ...{ kind: 'missing', reference: missing.reference, orderNumber: missing.orderNumber },
        ...{ ours: missing.captured, theirs: null },
      },
      {
        ...{ kind: 'amount', reference: other.reference, orderNumber: other.orderNumber },
        ...{ ours: other.captured, theirs: other.captured - 500 },
      },
      {
        ...{ kind: 'extra', reference: 'SAP2026999999A1', orderNumber: null },
        ...{ ours: null, theirs: 12_500 },
      },
    ])

    const [accountant, warehouse] = [
      await createStaff('accountant'),
      await createStaff('warehouse'),
    ]
    const flags = [file, '--method=konnect', `--day=${day}`]
    const command = await ace.exec('payments:reconcile', flags)
    assert.equal(command.exitCode, 1)
    const mails = await waitingMails()
    const toAccountant = mails.filter((mail) => mail.includes(accountant.email))
    assert.lengthOf(toAccountant, 1)
    for (const { reference } of differences) assert.include(toAccountant[0], reference)
    assert.isFalse(mails.some((mail) => mail.includes(warehouse.email)))
  })

  test('a day on which both agree is told to nobody, and a list of another day names nothing twice', async ({
    assert,
    cleanup,
    test: self,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const { payment, ref } = await orderToPay('konnect')
    await gateway.pay(ref)
    await settle(payment)
    const { reference, captured } = await paymentOf(payment.publicId)
    const row = `${reference};${dinarsOf(captured)}`
    const once = await temporaryFile(self, 'once.csv', `ref;total\n${row}\n`)
    const command = await ace.exec('payments:reconcile', [
      once,
      '--method=konnect',
      `--day=${await today()}`,
    ])
    assert.equal(command.exitCode ?? 0, 0)
    assert.deepEqual(await waitingMails(), [])
    // Their day may end at another hour than ours: what both have is agreed on.
    const twice = await temporaryFile(self, 'twice.csv', `ref;total\n${row}\n${row}\n`)
    const { agreed, differences } = await reconcileStatement(twice, {
      ...{ method: 'konnect', day: '2020-01-01' },
    })
    assert.equal(agreed, 1)
    assert.containSubset(differences, [{ kind: 'extra', reference }])
    assert.lengthOf(differences, 1)
  })
})
