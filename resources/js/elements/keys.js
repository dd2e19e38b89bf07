import { visit } from '@hotwired/turbo'
import { isKey } from './letters.js'

/* `?` shows the keys; `g` and a letter goes to a page whose menu entry names it. */
let isGoing = false

document.addEventListener('keydown', (event) => {
  if (!isKey(event)) return
  if (event.key === '?') return document.querySelector('#keys')?.showModal()
  const entry = isGoing && document.querySelector(`.side [data-key="${CSS.escape(event.key)}"]`)
  if (entry) visit(entry.href)
  isGoing = event.key === 'g'
})
