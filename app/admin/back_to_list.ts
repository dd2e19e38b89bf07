import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#app/platform/http/problem'

/**
 * Does something with an entry of a list and goes back there, saying that it is done. What came too
 * late or cannot be done is told on the list too: `problems` has a text for each status.
 */
export async function backToList(
  { response, session }: HttpContext,
  path: string,
  done: string,
  problems: Record<number, string>,
  act: () => Promise<void>
) {
  try {
    await act()
    session.flash('done', done)
  } catch (error) {
    if (!(error instanceof Problem) || !(error.status in problems)) throw error
    session.flash('problem', problems[error.status])
  }
  return response.seeOther(path)
}
