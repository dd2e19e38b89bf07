import vine from '@vinejs/vine'
import { paging } from '#app/platform/http/input'
import { JOB_STATES } from '#app/platform/jobs/jobs_query'

export const jobListValidator = vine.create({
  state: vine.enum(JOB_STATES).optional(),
  ...paging(),
})

export const jobIdValidator = vine.create({ id: vine.string().uuid() })
