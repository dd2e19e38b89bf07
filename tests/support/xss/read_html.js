/* global DOMParser */

/** Reads a page as a browser does, without running it; defined in a page of Chromium. */
globalThis.readHtml = (html, mark) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const elements = [...page.querySelectorAll('*')].flatMap((element) =>
    element.localName === 'template'
      ? [element, ...element.content.querySelectorAll('*')]
      : [element]
  )
  return {
    dangers: elements.flatMap((element) => dangersOf(element, mark)),
    isRefused: page.querySelector('[role=alert], [aria-invalid=true]') !== null,
    links: [...page.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href')),
    forms: [...page.forms].map((form) => ({
      action: form.getAttribute('action') ?? '',
      texts: namesOf(form, (type) => TEXTS.has(type)),
      others: namesOf(form, (type) => !TEXTS.has(type) && type !== 'file'),
    })),
  }
}

const TEXTS = new Set(['text', 'search', 'email', 'url', 'tel', 'hidden', 'textarea'])

const namesOf = (form, wanted) =>
  [...form.elements]
    .filter(({ name, type }) => name && name !== '_csrf' && wanted(type))
    .map(({ name }) => name)

const ACTIVE = new Set(['iframe', 'object', 'embed', 'base', 'meta', 'link', 'style', 'math'])
const ADDRESSES = new Set(
  'href src action formaction xlink:href data poster cite background'.split(' ')
)

/** What of an element is not the text that it should be. */
function dangersOf(element, mark) {
  const name = element.localName
  const reasons = [...element.attributes].filter((one) => isDanger(one, mark))
  if (name.includes(mark)) reasons.push(name)
  if (name === 'script' && !isData(element)) reasons.push(name)
  if (ACTIVE.has(name) && !isNonce(element) && element.outerHTML.includes(mark)) reasons.push(name)
  // What an element says is put together for the dangerous ones alone: the first of a page say all of it.
  return reasons.map(() => element.outerHTML.slice(0, 300))
}

/** Sixteen letters by chance, of the server: now and then the mark is among them. */
const isNonce = (element) =>
  element.matches('meta[name="csp-nonce"]') &&
  element.attributes.length === 2 &&
  /^[\w-]{16}$/.test(element.content)

/** The pages have no handlers and no styles of their own at all. */
function isDanger({ name, value }, mark) {
  if (name.startsWith('on') || name === 'srcdoc' || name.includes(mark)) return true
  if (name === 'style') return value.includes(mark)
  // As browsers read addresses: what does not show is not there.
  const address = value.replace(/[\u0000-\u0020]/g, '').toLowerCase()
  return ADDRESSES.has(name) && /^(javascript|vbscript|data):/.test(address)
}

/** A script is a file of ours, or data that nothing runs and that is whole. */
function isData(script) {
  const { type, textContent } = script
  if (type !== 'application/json') return script.getAttribute('src')?.startsWith('/assets/')
  try {
    return Boolean(JSON.parse(textContent))
  } catch {
    return false
  }
}
