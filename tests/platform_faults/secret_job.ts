import db from '@adonisjs/lucid/services/db'
import { defineJob } from '#app/platform/jobs/job'

/** Writes a secret twice where it may be once: PostgreSQL tells it when it refuses the second. */
export const secretJob = defineJob<{ password: string }>({
  name: 'test.secret',
  options: { attempts: 1 },
  async handle({ data: { password } }) {
    const write = () => db.table('tests.secrets').insert({ password })
    await write()
    await write()
  },
})
