import { queuesQuery } from '#app/platform/jobs/queues_query'

/** How much work of each kind there is. */
export default class QueuesApiController {
  async index() {
    return { data: await queuesQuery() }
  }
}
