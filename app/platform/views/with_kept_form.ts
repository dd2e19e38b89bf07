import { icon } from '#app/platform/views/icon'
import { type FilledForm, refillForm } from '#app/platform/views/refill_form'

const CONTENT = /<main\b[^<>]*>/

/**
 * A page with the form in it that was sent when its sender's login was over, and a word about it. Where the form is gone
 * that is said, too.
 */
export function withKeptForm(
  html: string,
  form: FilledForm | undefined,
  t: (key: string) => string
): string {
  if (!form) return html
  const filled = refillForm(html, form)
  const text = t(filled ? 'auth.kept_form' : 'auth.lost_form')
  const kept = filled ? ` data-kept="${form.action}"` : ''
  const notice = `<p class="notice notice-warn flash" role="alert"${kept}>${icon('circle-alert')}<span>${text}</span></p>`
  return (filled ?? html).replace(CONTENT, (main) => main + notice)
}
