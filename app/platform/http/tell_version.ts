import type { HttpResponse } from '@adonisjs/core/http'

/** Tells the version of what is answered: `If-Match` of a change brings it back, see `ifMatch`. */
export const tellVersion = (response: HttpResponse, { version }: { version: number }) =>
  response.header('ETag', `"${version}"`)
