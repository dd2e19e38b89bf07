import logger from '@adonisjs/core/services/logger'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import { defineTask } from '#app/platform/schedule/task'
import { runProspector } from '#app/prospector/runs/run_prospector'

const HOURS = 3_600

/** At night, when the sites of small businesses have time for us. */
defineTask({
  name: 'prospector.run',
  cron: '0 2 * * *',
  options: { timeoutSeconds: 5 * HOURS, attempts: 3 },
  async handle({ signal }) {
    try {
      await runProspector({ signal })
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'already_running') throw error
      logger.info('prospector runs already, started by hand')
    }
  },
})

/** Forgets what Google said in time, sites that it named and that could never be read among it, and the runs of years ago. */
export const forgetPlacesTask = defineTask({
  name: 'prospector.forget_places',
  cron: '40 3 * * *',
  async handle() {
    await sql('delete from places_pages where expires_at < now()')
    await sql('delete from prospector_sites where forget_at < now()')
    await sql(
      `update prospector_steps st set key = '#' || st.id
       where source = 'website' and key not like '#%' and not exists (
         select from prospector_sites s where s.host = st.key)`
    )
    await sql(`delete from prospector_runs where finished_at < now() - interval '1 year'`)
  },
})
