import type { HttpContext } from '@adonisjs/core/http'
import { sendFresh } from '#app/platform/cache/answer'
import { openApiDocument } from '#app/platform/openapi/document'
import { appUrl } from '#config/app'

/** The description of the API, for programs. */
export default class DocumentController {
  show(ctx: HttpContext) {
    return sendFresh(ctx, openApiDocument(appUrl))
  }
}
