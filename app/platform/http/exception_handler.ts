import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import LocaleMiddleware from '#app/platform/http/locale_middleware'
import { problemOf } from '#app/platform/http/problem_of'
import { wrongMethod } from '#app/platform/http/wrong_method'

/**
 * Answers every error: as problem+json (RFC 9457) to programs, as a page in
 * the reader's language to people. Neither tells stacks, SQL or paths.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = false

  async handle(error: unknown, ctx: HttpContext) {
    if (this.#isForPeople(ctx) && 'session' in ctx && this.#goesBackToForm(error)) {
      return super.handle(error, ctx)
    }
    const { status, headers, extra, ...problem } = problemOf(wrongMethod(error, ctx) ?? error)
    for (const [name, value] of Object.entries(headers ?? {})) ctx.response.header(name, value)
    ctx.response.status(status).header('Cache-Control', 'no-store')
    // The rest of a refused body is thrown away: the next request on its connection waits behind it.
    ctx.request.request.resume()

    if (this.#isForPeople(ctx)) {
      if (!('session' in ctx)) await new LocaleMiddleware().handle(ctx, async () => {})
      const text = { status, code: problem.code, requestId: ctx.request.id() }
      return ctx.response.send(await ctx.view.render('pages/problem', text))
    }
    ctx.response.header('Content-Type', 'application/problem+json; charset=utf-8')
    ctx.response.send(
      JSON.stringify({
        type: `urn:shop:problem:${problem.code}`,
        title: problem.title,
        status,
        detail: problem.detail,
        instance: ctx.request.url(),
        code: problem.code,
        requestId: ctx.request.id(),
        errors: problem.errors,
        ...extra,
      })
    )
  }

  async report(error: unknown, ctx: HttpContext) {
    const { status } = problemOf(error)
    if (status < 500) return
    ctx.logger.error({ err: error, route: ctx.route?.pattern }, 'request failed')
    if (app.inTest && process.env.SHOW_ERRORS) process.stderr.write(`${String(error)}\n`)
  }

  #isForPeople({ request }: HttpContext) {
    const path = request.url()
    if (path.startsWith('/api') || path.startsWith('/health') || path === '/metrics') return false
    return request.accepts(['html', 'json']) === 'html'
  }

  /** Login, CSRF and form errors send the reader back to the form, which shows them. */
  #goesBackToForm(error: unknown) {
    const { code } = (error ?? {}) as { code?: string }
    return ['E_VALIDATION_ERROR', 'E_UNAUTHORIZED_ACCESS', 'E_BAD_CSRF_TOKEN'].includes(code ?? '')
  }
}
