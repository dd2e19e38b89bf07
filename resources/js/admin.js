import '@hotwired/turbo'
import './elements/countdown.js'
import './elements/dirty.js'
import './elements/keys.js'
import './elements/list.js'
import './elements/live.js'
import './elements/palette.js'
import './elements/popovers.js'
import './elements/tree.js'

/* Turbo neither announces a visit nor moves the focus (hotwired/turbo#774). */
let isFirstLoad = true
document.addEventListener('turbo:load', () => {
  if (isFirstLoad) return void (isFirstLoad = false)
  const heading = document.querySelector('main h1')
  if (heading && document.activeElement === document.body) {
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  const announcer = document.querySelector('#announcer')
  if (announcer) announcer.textContent = document.title
})

document.addEventListener('click', ({ target }) => {
  const opener = target.closest('[data-opens]')
  if (opener) document.getElementById(opener.dataset.opens)?.showModal()
  if (target.closest('[data-theme-toggle]')) toggleTheme()
  target.closest('[data-closes]')?.closest('dialog')?.close()
  if (!knowsCommands) obey(target.closest('[commandfor]'))
})

/* Buttons open and close dialogs by themselves, without this script; browsers before 2026 are helped. */
const knowsCommands = 'commandForElement' in HTMLButtonElement.prototype
function obey(button) {
  const dialog = button && document.getElementById(button.getAttribute('commandfor'))
  if (button?.getAttribute('command') === 'show-modal') dialog.showModal()
  else dialog?.close()
}

/** Light or dark, remembered for a year; without a choice the system decides. */
function toggleTheme() {
  const root = document.documentElement
  const isDark = getComputedStyle(root).colorScheme === 'dark'
  root.dataset.theme = isDark ? 'light' : 'dark'
  document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`
}

/* A choice that needs no button: <select data-submits>. */
document.addEventListener('change', ({ target }) => {
  if (target.matches('[data-submits]')) target.form.requestSubmit()
})
