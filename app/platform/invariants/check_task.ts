import { Exception } from '@adonisjs/core/exceptions'
import { checkInvariants } from '#app/platform/invariants/check_invariants'
import { defineTask } from '#app/platform/schedule/task'

/** A run that finds something fails, and so is seen by whoever looks after the shop. */
defineTask({
  name: 'invariants',
  cron: '*/5 * * * *',
  options: { attempts: 1 },
  async handle() {
    const findings = await checkInvariants()
    const broken = findings.flatMap((finding) => finding.broken)
    if (broken.length) throw new Exception(`the books are wrong: ${broken.slice(0, 5).join('; ')}`)
  },
})
