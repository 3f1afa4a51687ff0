// Looks for markup of documents that could run a script. test_payloads.py puts it into every page.

// Elements with a handler, with an address that the browser itself reads as a script, or foreign ones that hold a payload.
window.activeNodes = (root) => {
  const address = /^(href|src|action|formaction|data|xlink:href|to|values|background|poster)$/
  const foreign = 'iframe, object, embed, base, form, math, style, script, template, link, meta[http-equiv]'
  const attribute = (node, name) => Element.prototype.getAttribute.call(node, name)
  const runs = (value) => {
    try {
      return /^(javascript|vbscript|data):$/.test(new URL(value, location.href).protocol) && !/^data:image/.test(value)
    } catch {
      return false
    }
  }
  // The data of a list is text alone: no element of it could become part of a page.
  const isData = (node) => Element.prototype.matches.call(node, 'template.pm-data') && node.content.childElementCount === 0
  const isActive = (node) =>
    Element.prototype.getAttributeNames
      .call(node)
      .some((name) => name.startsWith('on') || name === 'srcdoc' || (address.test(name) && runs(attribute(node, name)))) ||
    (Element.prototype.matches.call(node, foreign) && node.outerHTML.includes('pwned(') && !isData(node))
  const all = (part) =>
    [...part.querySelectorAll('*')].flatMap((node) =>
      node.localName === 'template' && node.content.querySelectorAll ? [node, ...all(node.content)] : [node],
    )
  return all(root)
    .filter(isActive)
    .map((node) => node.outerHTML.slice(0, 200))
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

// Clicks what invites a click. Stays on the page, but lets a script address run.
const clickFirstLinks = (view) => {
  view.addEventListener('click', (event) => {
    const link = event.target.closest('a')
    if (!link || !link.href || /^(https?|mailto):$/.test(new URL(link.href, location.href).protocol)) event.preventDefault()
  })
  const content = view.document.querySelector('article, [role=main]') ?? view.document.body
  for (const node of [...content.querySelectorAll('a, button, summary, input')].slice(0, 12)) {
    node.focus()
    for (const kind of ['mouseover', 'click'])
      node.dispatchEvent(new view.MouseEvent(kind, { bubbles: true, cancelable: true }))
  }
}

const visit = async (address) => {
  const frame = document.createElement('iframe')
  frame.width = 1000
  frame.height = 800
  const loaded = new Promise((resolve) => frame.addEventListener('load', () => resolve(true), { once: true }))
  frame.src = address
  document.body.append(frame)
  if (!(await Promise.race([loaded, pause(15000)]))) return [address, ['the page did not load']]
  try {
    const active = activeNodes(frame.contentDocument)
    clickFirstLinks(frame.contentWindow)
    await pause(20)
    return [address, active]
  } catch (error) {
    return [address, [`the page cannot be looked at: ${error}`]]
  } finally {
    frame.remove()
  }
}

// Opens every page, a few at a time in frames (a page of its own each takes twice as long), and returns the active
// nodes by address.
window.visitAll = async (addresses) => {
  const found = []
  for (let start = 0; start < addresses.length; start += 8)
    found.push(...(await Promise.all(addresses.slice(start, start + 8).map(visit))))
  return Object.fromEntries(found.filter(([, active]) => active.length))
}
