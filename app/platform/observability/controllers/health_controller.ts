import type { HttpContext } from '@adonisjs/core/http'
import { readiness } from '#app/platform/observability/readiness'

/** For load balancers and supervisors: is the process alive, and may it get requests? */
export default class HealthController {
  live({ response }: HttpContext) {
    return response.header('Cache-Control', 'no-store').send({ status: 'ok' })
  }

  async ready({ response }: HttpContext) {
    const answer = await readiness()
    return response
      .header('Cache-Control', 'no-store')
      .status(answer.status === 'failed' ? 503 : 200)
      .send(answer)
  }
}
