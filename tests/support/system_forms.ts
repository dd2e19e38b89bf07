import { enqueue } from '#app/platform/jobs/enqueue'
import { mailJob } from '#app/platform/mail/mail_job'
import type { FilledForm } from '#tests/support/access_forms'
import { createDeadJob } from '#tests/support/jobs'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const button = async (page: string, action: string) => ({
  ...{ page, action, fields: {}, browser: await loggedIn(await createStaff()) },
})

/** Forms about what works in the background. */
export const systemForms: Record<string, () => Promise<FilledForm>> = {
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
  '/admin/schedule/:task/runs': () => button('/admin/schedule', '/admin/schedule/purge/runs'),
}
