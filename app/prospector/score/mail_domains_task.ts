import { defineTask } from '#app/platform/schedule/task'
import { checkMailDomains } from '#app/prospector/score/check_mail_domains'

/** After the sources have run, before the scores of the night. */
defineTask({
  name: 'prospector.mail_domains',
  cron: '50 * * * *',
  options: { timeoutSeconds: 900 },
  async handle() {
    await checkMailDomains()
  },
})
