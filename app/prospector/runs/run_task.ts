import logger from '@adonisjs/core/services/logger'
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
