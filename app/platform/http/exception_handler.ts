import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import LocaleMiddleware from '#app/platform/http/locale_middleware'
import { isForMachines } from '#app/platform/http/machine_paths'
import { PROBLEM_TYPE, problemDocument, thisRequest } from '#app/platform/http/problem_document'
import type { FieldError } from '#app/platform/http/invalid'
import { problemOf } from '#app/platform/http/problem_of'
import { wrongMethod } from '#app/platform/http/wrong_method'

/**
 * Answers every error: as problem+json (RFC 9457) to programs, as a page in
 * the reader's language to people. Neither tells stacks, SQL or paths.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = false

  async handle(error: unknown, ctx: HttpContext) {
    if (this.#isForPeople(ctx) && 'session' in ctx) {
      if (this.#goesBackToForm(error, ctx)) return super.handle(error, ctx)
      if (isAboutInput(error, ctx)) return this.#returnToForm(error, ctx)
    }
    const problem = problemOf(wrongMethod(error, ctx) ?? error)
    const { status, headers } = problem
    for (const [name, value] of Object.entries(headers ?? {})) ctx.response.header(name, value)
    ctx.response.status(status).header('Cache-Control', 'no-store')
    // The rest of a refused body is thrown away: the next request on its connection waits behind it.
    ctx.request.request.resume()

    if (this.#isForPeople(ctx)) {
      if (!('i18n' in ctx)) await new LocaleMiddleware().handle(ctx, async () => {})
      const text = { status, code: problem.code, requestId: ctx.request.id() }
      return ctx.response.send(await ctx.view.render('pages/problem', text))
    }
    ctx.response.header('Content-Type', PROBLEM_TYPE)
    ctx.response.send(problemDocument(problem, thisRequest(ctx)))
  }

  async report(error: unknown, ctx: HttpContext) {
    const { status, code } = problemOf(error)
    if (code === 'impossible_value') {
      ctx.logger.warn({ err: error, route: ctx.route?.pattern }, 'no validator refused a value')
    }
    // Who is sent away is counted: a line for each would be one more load.
    if (status < 500 || code === 'overloaded') return
    ctx.logger.error({ err: error, route: ctx.route?.pattern }, 'request failed')
    if (app.inTest && process.env.SHOW_ERRORS) process.stderr.write(`${String(error)}\n`)
  }

  #isForPeople({ request }: HttpContext) {
    if (isForMachines(request.url())) return false
    return request.accepts(['html', 'json']) === 'html'
  }

  /** Login, CSRF and form errors send the reader back to the form, which shows them. */
  #goesBackToForm(error: unknown, { request }: HttpContext) {
    const { code } = (error ?? {}) as { code?: string }
    if (code === 'E_VALIDATION_ERROR') return request.method() !== 'GET'
    return code === 'E_UNAUTHORIZED_ACCESS' || code === 'E_BAD_CSRF_TOKEN'
  }

  /** What the shop refused after it had read the form: told above it, what was typed stays. */
  #returnToForm(error: unknown, { i18n, session, response }: HttpContext) {
    const { code, extra } = problemOf(error)
    const told = `problems.${code}`
    session.flashAll()
    session.flash('problem', i18n.hasMessage(told) ? told : 'problems.input_refused')
    session.flash('inputErrorsBag', translated(extra?.errors, i18n))
    response.redirect().status(303).back()
  }
}

/** Somebody can put right what they sent and send it again. */
function isAboutInput(error: unknown, { request }: HttpContext): boolean {
  return request.method() !== 'GET' && [409, 412, 422].includes(problemOf(error).status)
}

/** Fields with what is wrong with them, in the reader's language. */
function translated(errors: unknown, i18n: HttpContext['i18n']): Record<string, string[]> {
  if (!Array.isArray(errors)) return {}
  const inWords = ({ field, rule, message }: FieldError) => {
    const key = `validator.shared.messages.${rule}`
    return [field, [i18n.hasMessage(key) ? i18n.t(key) : message]] as [string, string[]]
  }
  return Object.fromEntries(errors.map(inWords))
}
