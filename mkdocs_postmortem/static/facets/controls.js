// Everything around the rows that a reader can use: text filter, facets, chips, order, pages. Made by script alone.

class Controls {
  constructor(engine, say, actions) {
    this.engine = engine
    this.say = say
    this.actions = actions
    this.panels = engine.facets.map((facet) => new FacetPanel(facet, say, actions.choose))
    this.input = this.makeInput()
    this.order = this.makeOrder()
    this.bar = make("div", { class: "pm-facet-bar", id: "pm-facet-bar" }, ...this.panels.map((panel) => panel.element))
    this.toggle = this.makeToggle()
    this.chips = make("div", { class: "pm-chips", role: "group", "aria-label": say("active-filters"), hidden: true })
    const line = make("div", { class: "pm-controls__line" }, this.input, this.toggle, this.order.label)
    const label = say("filter-button")
    this.element = make("div", { class: "pm-controls", role: "search", "aria-label": label }, line, this.bar, this.chips)
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.close(event.target))
  }

  makeInput() {
    const label = this.say("filter-text")
    const input = make("input", { type: "search", class: "pm-input", placeholder: label, "aria-label": label })
    input.addEventListener("input", () => this.actions.type(input.value))
    return input
  }

  makeToggle() {
    const number = make("span", { class: "pm-facet__number" })
    const attributes = { type: "button", "aria-expanded": "false", "aria-controls": this.bar.id }
    const button = make("button", { class: "pm-button pm-controls__toggle", ...attributes }, this.say("filter-button"), " ", number)
    button.addEventListener("click", () => {
      const isOpen = this.bar.classList.toggle("pm-facet-bar--open")
      button.setAttribute("aria-expanded", String(isOpen))
    })
    return button
  }

  // The orders as a list to choose from, for narrow windows, where the table has no headings.
  makeOrder() {
    const select = make("select", { class: "pm-input" })
    for (const { key, title } of this.engine.data.sorts) {
      for (const [sort, word] of [[key, "sort-ascending"], [`-${key}`, "sort-descending"]]) {
        select.append(make("option", { value: sort }, this.say(word, { column: title })))
      }
    }
    select.addEventListener("change", () => this.actions.sort(select.value))
    return { select, label: make("label", { class: "pm-order" }, this.say("sort-by"), " ", select) }
  }

  show(choice, found) {
    if (this.input.value !== choice.text) this.input.value = choice.text
    this.order.select.value = choice.sort
    for (const panel of this.panels) {
      const chosen = choice.where.get(panel.facet.key) || new Set()
      panel.show(chosen, found)
      panel.element.hidden = !chosen.size && !this.isUseful(panel)
    }
    const numbers = [...choice.where.values()].map((names) => names.size)
    this.toggle.lastChild.textContent = numbers.reduce((sum, number) => sum + number, 0) || ""
    this.showChips(choice)
  }

  // Whether a facet tells any rows from others.
  isUseful(panel) {
    panel.divides ??= panel.facet.tally(() => true).some((number) => number > 0 && number < this.engine.size)
    return panel.divides
  }

  showChips(choice) {
    const chips = [...choice.where].flatMap(([key, names]) => [...names].map((name) => this.chip(key, name)))
    if (choice.text) chips.push(this.textChip(choice.text))
    const clear = make("button", { type: "button", class: "pm-button pm-chips__clear" }, this.say("clear-filters"))
    clear.addEventListener("click", () => {
      this.actions.clear()
      this.input.focus()
    })
    this.chips.replaceChildren(...(chips.length ? [...chips, clear] : []))
    this.chips.hidden = chips.length === 0
  }

  chip(key, name) {
    const facet = this.engine.facet(key)
    return this.makeChip(`${facet.title}: ${facet.value(name).label}`, () => this.actions.choose(key, name, false))
  }

  textChip(text) {
    return this.makeChip(`“${text}”`, () => this.actions.type("", true))
  }

  makeChip(label, remove) {
    const cross = make("span", { "aria-hidden": "true", class: "pm-chip__cross" }, "×")
    const attributes = { type: "button", class: "pm-chip", "aria-label": this.say("remove-filter", { name: label }) }
    const chip = make("button", attributes, label, " ", cross)
    chip.addEventListener("click", () => {
      const place = [...this.chips.children].indexOf(chip)
      remove()
      // The chip is gone; the one that took its place has the reader's attention, or else the text filter.
      const next = this.chips.children[Math.min(place, this.chips.children.length - 1)]
      ;(next || this.input).focus()
    })
    return chip
  }

  close(target) {
    const facet = target.closest(".pm-facet[open]")
    if (!facet) return
    facet.open = false
    facet.querySelector("summary").focus()
  }
}

// The way to the pages before and after.
class Pager {
  constructor(say, turn) {
    this.say = say
    this.place = make("span", { class: "pm-pager__place" })
    this.previous = make("button", { type: "button", class: "pm-button" }, say("page-previous"))
    this.next = make("button", { type: "button", class: "pm-button" }, say("page-next"))
    this.previous.addEventListener("click", () => turn(this.page - 1))
    this.next.addEventListener("click", () => turn(this.page + 1))
    const attributes = { class: "pm-pager", role: "navigation", "aria-label": say("pages"), hidden: true }
    this.element = make("div", attributes, this.previous, this.place, this.next)
  }

  show(page, pages) {
    this.page = page
    this.element.hidden = pages < 2
    this.previous.disabled = page <= 1
    this.next.disabled = page >= pages
    this.place.textContent = this.say("page-of", { number: page, total: pages })
  }
}
