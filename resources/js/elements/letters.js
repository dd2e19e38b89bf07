/* Letters as keys: not for whoever speaks to the computer, which types what it hears (WCAG 2.1.4). */
const OFF = 'letters-off'

const areOff = () => localStorage.getItem(OFF) !== null

/** Letters are keys only where nobody writes, and unless they are switched off on this computer. */
export const isKey = ({ target, ctrlKey, metaKey, altKey }) =>
  !(ctrlKey || metaKey || altKey || areOff()) &&
  !target.closest('input:not([type=checkbox]), textarea, select, dialog[open]')

document.addEventListener('turbo:load', () => {
  for (const box of document.querySelectorAll('[data-letters]')) box.checked = !areOff()
})

document.addEventListener('change', ({ target }) => {
  if (!target.matches('[data-letters]')) return
  if (target.checked) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '')
})
