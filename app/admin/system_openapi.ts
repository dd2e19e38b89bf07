import vine from '@vinejs/vine'
import {
  listValidator,
  programPreferencesValidator,
  programViewValidator,
  savedViewIdValidator,
} from '#app/admin/list_validators'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { mailIdValidator } from '#app/platform/mail/mail_id_validator'
import { count, instant, one, page, text, truth } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { taskNameValidator } from '#app/platform/schedule/task_name_validator'

const view = vine.object({
  id: count(),
  name: text(),
  query: text(),
  columns: vine.array(text()).nullable(),
  isShared: truth(),
  isOwn: truth(),
})

const preferences = vine.object({ columns: vine.array(text()).nullable(), isCompact: truth() })

const task = vine.object({
  name: text(),
  cron: text(),
  nextAt: instant(),
  lastRun: vine
    .object({
      state: vine.enum(['queued', 'running', 'done', 'failed'] as const),
      startedAt: instant(),
      finishedAt: instant().nullable(),
      seconds: vine.number().nullable(),
      error: text().nullable(),
    })
    .nullable(),
})

const mail = {
  id: count(),
  recipients: text(),
  subject: text(),
  isSent: truth(),
  keptAt: instant(),
}

const part = vine.object({
  part: text(),
  name: text(),
  state: vine.enum(['bad', 'warn', 'ok', 'off'] as const),
  text: text(),
  data: vine.record(vine.any()),
})

const steering = { tag: 'Steering (staff)', staff: true }
const jobs = { tag: 'Background work (staff)', staff: true }

describeRoutes({
  'api.admin.views.index': {
    ...steering,
    summary: 'Saved views of a list: own ones first, then what others share; at most thirty',
    query: listValidator,
    answer: page(view),
  },
  'api.admin.views.store': {
    ...steering,
    summary: 'Keep a list under a name, in place of one’s own of that name',
    body: programViewValidator,
    status: 201,
    answer: one(vine.object({ id: count() })),
  },
  'api.admin.views.destroy': {
    ...steering,
    summary: 'Throw a saved view of one’s own away',
    params: savedViewIdValidator,
    status: 204,
  },
  'api.admin.list_preferences.show': {
    ...steering,
    summary: 'How one likes a list: its columns (null: the usual ones), and how tight it is',
    params: listValidator,
    answer: one(preferences),
  },
  'api.admin.list_preferences.update': {
    ...steering,
    summary: 'Choose the columns of a list or how tight it is; what is left out stays',
    params: listValidator,
    body: programPreferencesValidator,
    answer: one(preferences),
  },
  'api.admin.schedule': {
    ...jobs,
    summary: 'What the shop does by itself: when next, and how it went last',
    answer: page(task),
  },
  'api.admin.schedule.run': {
    ...jobs,
    summary: 'Run a task out of turn',
    params: taskNameValidator,
    problems: [409],
    status: 204,
  },
  'api.admin.mails.index': {
    ...jobs,
    summary: 'Mails that left, and those that were kept because there was no server, newest first',
    query: pagingValidator,
    answer: page(vine.object(mail)),
  },
  'api.admin.mails.show': {
    ...jobs,
    summary: 'A mail, with its texts unless it was sent',
    params: mailIdValidator,
    answer: one(vine.object({ ...mail, text: text().nullable(), html: text().nullable() })),
  },
  'api.admin.health': {
    ...steering,
    summary:
      'How well each part of the shop works, in plain words; those in need of somebody first',
    answer: page(part),
  },
})
