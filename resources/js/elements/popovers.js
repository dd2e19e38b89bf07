/* Filters are <details>: a click elsewhere or Escape closes them. */
const open = () => document.querySelectorAll('details.filter[open]')

document.addEventListener('click', ({ target }) => {
  for (const details of open()) if (!details.contains(target)) details.open = false
})

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const details of open()) {
    details.open = false
    details.querySelector('summary').focus()
  }
})
