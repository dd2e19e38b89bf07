import { queuesQuery } from '#app/platform/jobs/queues_query'
import { wholeList } from '#app/platform/lists/whole_list'

/** How much work of each kind there is. */
export default class QueuesApiController {
  async index() {
    return wholeList(await queuesQuery())
  }
}
