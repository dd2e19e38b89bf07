/* Runs in a browser: what a page shows only when somebody works with it. */

/** Unfolds what folds, picks a row, and has forms changed. */
globalThis.unfold = () => {
  for (const one of document.querySelectorAll('main details:not(.filter)')) one.open = true
  document.querySelector('x-list tbody .pick .box')?.click()
  for (const one of document.querySelectorAll('x-dirty')) one.toggleAttribute('changed', true)
}

const ROWS = 8

/** Leaves the first rows of long tables: the others are like them, and each is looked at as long. */
globalThis.shorten = () => {
  for (const row of document.querySelectorAll(`tbody > tr:nth-child(n + ${ROWS + 1})`)) row.remove()
}

/** Of the frame, which all pages have alike: one page opens them. */
const OF_FRAME = '/admin'
const WIDEST_PHONE = 1000

/** How many kinds of dialogs and popovers there are to open: those whose names differ in a number alone are one. */
globalThis.openables = () => {
  const ofPage = [...document.querySelectorAll('main dialog, main details.filter')]
  const ofFrame = location.pathname === OF_FRAME ? document.querySelectorAll('body > dialog') : []
  const kinds = new Map()
  for (const one of [...ofPage, ...ofFrame]) {
    const kind = (one.id || one.textContent).replace(/\d/g, '')
    const isOfPhones = one.matches('.drawer') && innerWidth > WIDEST_PHONE
    if (!kinds.has(kind) && !isOfPhones) kinds.set(kind, one)
  }
  globalThis.found = [...kinds.values()]
  return globalThis.found.length
}

/** Opens one of those, or closes it; returns what it is. */
globalThis.setOpen = (at, isOpen) => {
  const one = globalThis.found[at]
  if (!one.matches('dialog')) one.open = isOpen
  else if (isOpen) one.showModal()
  else one.close()
  one.toggleAttribute('data-opened', isOpen)
  return one.id || one.querySelector('summary').textContent.trim()
}
