import { HttpResponse } from '@adonisjs/core/http'

declare module '@adonisjs/core/http' {
  interface HttpResponse {
    /** Sends a browser on to a page after its form was taken: 303, so that going back sends nothing again. */
    seeOther(path: string): void
  }
}

HttpResponse.macro('seeOther', function (this: HttpResponse, path: string) {
  this.redirect().status(303).toPath(path)
})
