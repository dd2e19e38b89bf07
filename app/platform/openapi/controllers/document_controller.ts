import type { HttpContext } from '@adonisjs/core/http'
import { sendCached } from '#app/platform/cache/answer'
import { openApiDocument } from '#app/platform/openapi/document'
import { appUrl } from '#config/app'

/** As long as this process lives: routes are known from its start. */
const CACHING = { key: `openapi:${appUrl}`, tags: [], ttl: 86_400 }

/** The description of the API, for programs. */
export default class DocumentController {
  show(ctx: HttpContext) {
    return sendCached(ctx, CACHING, async () => openApiDocument(appUrl))
  }
}
