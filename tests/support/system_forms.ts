import { enqueue } from '#app/platform/jobs/enqueue'
import { mailJob } from '#app/platform/mail/mail_job'
import type { Forms } from '#tests/support/filled_form'
import { createDeadJob } from '#tests/support/jobs'
import { ownersBrowser } from '#tests/support/web_visitor'

const button = async (page: string, action: string) => ({
  ...{ page, action, fields: {}, browser: await ownersBrowser() },
})

/** Forms about what works in the background. */
export const systemForms: Forms = {
  '/admin/jobs/:id/retry': async () => {
    const { letterId } = await createDeadJob('mail', { sealed: 'x' })
    return button('/admin/jobs', `/admin/jobs/${letterId}/retry`)
  },
  '/admin/jobs/:id/deletion': async () => {
    const { letterId } = await createDeadJob('mail', { sealed: 'x' })
    return button('/admin/jobs', `/admin/jobs/${letterId}/deletion`)
  },
  '/admin/jobs/:id/cancellation': async () => {
    const id = await enqueue(mailJob, { sealed: 'x' })
    return button('/admin/jobs?state=waiting', `/admin/jobs/${id}/cancellation`)
  },
  '/admin/settings/payment-methods/:method': async () => {
    const switching = await button('/admin/settings', '/admin/settings/payment-methods/transfer')
    return { ...switching, fields: { isOn: '1' } }
  },
  '/admin/schedule/:task/runs': () => button('/admin/schedule', '/admin/schedule/purge/runs'),
}
