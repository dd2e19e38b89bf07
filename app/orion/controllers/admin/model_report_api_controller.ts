import { modelReportAnswer } from '#app/orion/forecasts/model_report_transformer'
import { modelReportQuery } from '#app/orion/forecasts/model_report_query'

/** What the shop forecasts with, for programs of staff. */
export default class ModelReportApiController {
  async show() {
    return { data: modelReportAnswer(await modelReportQuery()) }
  }
}
