// One facet as a disclosure with a box for each value. Its boxes are made when it is opened.

const SEARCHED_FROM = 13
const BOXES_AT_MOST = 100

class FacetPanel {
  constructor(facet, say, onChange) {
    this.facet = facet
    this.say = say
    this.onChange = onChange
    this.chosen = new Set()
    this.number = make("span", { class: "pm-facet__number" })
    this.summary = make("summary", {}, facet.title, " ", this.number)
    this.options = make("div", { class: "pm-options" })
    this.panel = make("fieldset", { class: "pm-facet__panel" }, make("legend", { class: "pm-hidden" }, facet.title))
    this.element = make("details", { class: "pm-facet" }, this.summary, this.panel)
    if (facet.values.length >= SEARCHED_FROM) this.addSearch()
    this.panel.append(this.options)
    this.options.addEventListener("change", (event) => onChange(facet.key, event.target.value, event.target.checked))
    // The boxes must be there when the panel opens, for a key may follow at once; "toggle" comes later.
    this.summary.addEventListener("click", () => this.element.open || this.fill())
    this.element.addEventListener("toggle", () => this.element.open && this.unfold())
  }

  // Fill the panel; one that would stand out of the list on the right ends where its button does, one below the window comes into it.
  unfold() {
    this.fill()
    this.panel.classList.remove("pm-facet__panel--last")
    const edge = this.element.parentElement.getBoundingClientRect().right
    if (this.panel.getBoundingClientRect().right > edge) this.panel.classList.add("pm-facet__panel--last")
    this.panel.scrollIntoView({ block: "nearest" })
  }

  addSearch() {
    const label = this.say("filter-values", { facet: this.facet.title })
    this.search = make("input", { type: "search", class: "pm-input", placeholder: label, "aria-label": label })
    this.search.addEventListener("input", () => this.fill())
    this.panel.append(this.search)
  }

  // Show what was found: which values are chosen, and how many rows each has without this facet.
  show(chosen, found) {
    this.chosen = chosen
    this.found = found
    writeText(this.number, String(chosen.size || ""))
    this.element.classList.toggle("pm-facet--chosen", chosen.size > 0)
    if (this.element.open) this.fill()
  }

  fill() {
    const numbers = this.found.tally(this.facet)
    const shown = this.shown(numbers)
    const names = shown.slice(0, BOXES_AT_MOST)
    if (names.join("\n") !== this.names) this.build(names)
    this.names = names.join("\n")
    for (const [name, box] of this.boxes) {
      const number = numbers[this.facet.places.get(name)] || 0
      box.input.checked = this.chosen.has(name)
      writeText(box.number, grouped(number, this.say("thousands-mark")))
      box.label.classList.toggle("pm-option--none", number === 0)
    }
    const rest = shown.length - names.length
    this.more.textContent = rest ? this.say("count-more-values", { count: rest }) : ""
  }

  // The names to show, chosen ones first in long lists: all that any row has, or those that the search finds.
  shown() {
    this.totals ||= this.facet.tally(() => true)
    const known = this.facet.values.filter((value, place) => this.totals[place] || this.chosen.has(value.name))
    const strange = [...this.chosen].filter((name) => !this.facet.places.has(name)).map((name) => ({ name, label: name }))
    const text = fold(this.search?.value || "").trim()
    const found = [...known, ...strange].filter((value) => fold(value.label).includes(text))
    const isChosen = (value) => this.chosen.has(value.name)
    const ordered = found.length > BOXES_AT_MOST ? [...found.filter(isChosen), ...found.filter((v) => !isChosen(v))] : found
    return ordered.map((value) => value.name)
  }

  build(names) {
    const focused = this.options.contains(document.activeElement) ? document.activeElement.value : null
    this.boxes = new Map(names.map((name) => [name, this.box(name)]))
    this.more = make("p", { class: "pm-quiet pm-options__more" })
    this.options.replaceChildren(...[...this.boxes.values()].map((box) => box.label), this.more)
    this.boxes.get(focused)?.input.focus()
  }

  box(name) {
    const input = make("input", { type: "checkbox", value: name })
    const number = make("span", { class: "pm-option__number" })
    const text = make("span", { class: "pm-option__label" }, this.facet.value(name).label)
    return { input, number, label: make("label", { class: "pm-option" }, input, text, " ", number) }
  }
}

// Close the disclosures that float above the page and do not hold the element.
function closeFacets(element) {
  for (const facet of document.querySelectorAll(".pm-facet[open]")) {
    const floats = getComputedStyle(facet.querySelector(".pm-facet__panel")).position === "absolute"
    if (floats && !facet.contains(element)) facet.open = false
  }
}
