import { dropUpload } from '#app/imports/files/uploads'
import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'

/** The run and its figures stay; its file and the rejected rows go. */
const KEEP_DAYS = 30

/** Files that nobody will ask for any more, and uploads that nobody went on with. */
defineTask({
  name: 'imports.forget_uploads',
  cron: '40 3 * * *',
  async handle() {
    const rows = await sql<{ upload: string }>(
      `update import_runs r set upload = null,
         state = case when state in ('uploaded', 'checked', 'paused') then 'cancelled' else state end
       from (
         select id, upload from import_runs
         where upload is not null and updated_at < now() - $1 * interval '1 day'
           and state not in ('checking', 'staging', 'applying', 'rolling_back')
         for update
       ) old
       where r.id = old.id returning old.upload`,
      [KEEP_DAYS]
    )
    for (const { upload } of rows) await dropUpload(upload)
  },
})
