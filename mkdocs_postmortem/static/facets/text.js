// Text: the page's words, numbers, escaping, and the form in which texts are compared.

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" }
const ASCII = /^[\x00-\x7f]*$/

// The text as HTML that shows it and nothing else.
function escapeText(text) {
  return String(text).replace(/[&<>"']/g, (sign) => SIGNS[sign])
}

// The text without marks above letters, in lower case: the same as library/ordering.py makes of it.
function fold(text) {
  return (ASCII.test(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, "")).toLowerCase()
}

// The function that gives a word of the page with its {names} filled in; `count` chooses between its two forms.
function speaker(words) {
  return (name, values = {}) => {
    const forms = words[name]
    const pattern = Array.isArray(forms) ? forms[values.count === 1 ? 0 : 1] : forms
    return pattern.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, key) => (key ? String(values[key]) : whole[0]))
  }
}

// The number with the language's mark between thousands.
function grouped(number, mark) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, mark)
}

// An element with attributes and children; attributes that are null or false are left out.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children)
  return element
}

// Change an element's text, but only where it differs: what stays needs no new layout, and is not read out again.
function writeText(element, text) {
  if (element.textContent !== text) element.textContent = text
}
