import type { HttpContext } from '@adonisjs/core/http'
import { isVersionConflict } from '#app/platform/http/expect_version'
import { Problem } from '#app/platform/http/problem'

/**
 * Sends people back from an order that could not be changed: with what they typed where pieces are missing,
 * to the order as it is now where somebody else was quicker, to its page where it cannot be changed any
 * more. Any other error is thrown on.
 */
export function backFromEdit(ctx: HttpContext, error: unknown, number: string) {
  const place = `/admin/orders/${number}`
  if (isVersionConflict(error)) return back(ctx, `${place}/edit`, 'problems.version_conflict')
  const code = error instanceof Problem ? error.details.code : undefined
  if (code === 'order_not_editable') return back(ctx, place, 'problems.order_not_editable')
  if (code !== 'out_of_stock') throw error
  ctx.session.flashAll()
  const data = { lines: linesOf(error as Problem) }
  return back(ctx, `${place}/edit`, { key: 'orders.edit_out_of_stock', data })
}

type Told = string | { key: string; data: Record<string, string> }

function back({ session, response }: HttpContext, path: string, problem: Told) {
  session.flash('problem', problem)
  return response.seeOther(path)
}

/** Which lines, and how many pieces there are of each. */
function linesOf({ details }: Problem): string {
  const lines = details.extra!.lines as { sku: string; available: number }[]
  return lines.map(({ sku, available }) => `${sku} (${available})`).join(', ')
}
