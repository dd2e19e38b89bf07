import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'

/**
 * Sends people back to a form that was refused, with the reason in their language: each code has its
 * text under `auth.problems`. What is not there stays a 404, and what is no problem is thrown on.
 */
export function backWithProblem({ response, session }: HttpContext, error: unknown, path: string) {
  if (!(error instanceof Problem) || error.details.status === 404) throw error
  session.flash('problem', `auth.problems.${error.details.code}`)
  return response.seeOther(path)
}
