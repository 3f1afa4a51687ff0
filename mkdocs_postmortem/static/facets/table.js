// A list of the page: its rows, headings and note, and what happens when the reader changes the choice.

// Laying rows out takes most of the time from a change to its frame: fifty took up to 110 ms.
const ROWS_A_PAGE = 25
// So many rows go to paper, where nobody can turn to the next page of the list.
const ROWS_IN_PRINT = 500

class ListTable {
  constructor(root) {
    this.root = root
    this.path = location.pathname
    this.data = JSON.parse(root.querySelector(".pm-data").content.textContent)
    this.engine = new Engine(this.data)
    this.say = speaker(this.data.words)
    this.writeRow = ROW_WRITERS[this.data.kind]
    this.region = root.querySelector(".pm-scroll")
    this.body = root.querySelector("tbody")
    this.note = root.querySelector(".pm-count")
    this.controls = new Controls(this.engine, this.say, this.actions())
    this.pager = new Pager(this.say, (page) => this.turn(page))
    this.empty = root.querySelector(".pm-empty") || make("p", { class: "pm-empty" }, this.say("no-match"))
    this.note.setAttribute("role", "status")
    this.note.closest(".pm-results").before(this.controls.element)
    this.region.after(this.empty, this.pager.element)
    this.root.parentElement.querySelector(".pm-pages")?.remove()
    this.makeHeadings()
    this.showDay()
    this.restore()
    window.addEventListener("beforeprint", () => this.root.isConnected && this.showAll())
    window.addEventListener("afterprint", () => this.root.isConnected && this.show())
    const sorts = this.data.sorts.flatMap(({ key }) => [key, `-${key}`])
    this.prepare([() => this.engine.texts, ...sorts.map((sort) => () => this.engine.order(sort))])
  }

  // Do one piece of work whenever the browser has nothing else to do: what readers ask for next is then there.
  prepare([work, ...further]) {
    if (work) window.requestIdleCallback?.(() => (work(), this.prepare(further)))
  }

  actions() {
    return {
      choose: (key, name, isWanted) => this.change(withName(this.choice, key, name, isWanted)),
      type: (text, isDone) => this.change({ ...this.choice, text, page: 1 }, isDone),
      sort: (sort) => this.change({ ...this.choice, sort, page: 1 }),
      clear: () => this.change({ ...this.choice, where: new Map(), text: "", page: 1 }),
    }
  }

  // Show another choice and put it into the address: as a new entry of the history, but for each letter that is typed.
  change(choice, isEntry = choice.text === this.choice.text) {
    this.choice = choice
    this.show()
    const query = writeChoice(choice, this.data, location.search)
    const address = `${location.pathname}${query}${location.hash}`
    if (isEntry) history.pushState(null, "", address)
    else history.replaceState(history.state, "", address)
  }

  // Show what the address states.
  restore() {
    this.choice = readChoice(location.search, this.data)
    this.show()
  }

  turn(page) {
    this.change({ ...this.choice, page })
    this.region.focus({ preventScroll: true })
    this.root.scrollIntoView()
  }

  show() {
    const found = this.engine.find(this.choice)
    const pages = Math.max(1, Math.ceil(found.rows.length / ROWS_A_PAGE))
    const page = Math.min(this.choice.page, pages)
    this.showRows(found.rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE))
    this.showNote(found.rows.length)
    this.controls.show(this.choice, found)
    this.pager.show(page, pages)
    this.showHeadings()
  }

  // Show all that was found, as far as that makes sense on paper.
  showAll() {
    this.showRows(this.engine.find(this.choice).rows.slice(0, ROWS_IN_PRINT))
  }

  showRows(rows) {
    const html = Array.from(rows, (row) => this.writeRow(this.engine, row, this.say)).join("\n")
    this.body.innerHTML = html
    this.region.hidden = rows.length === 0
    this.empty.hidden = rows.length > 0
  }

  showNote(number) {
    const mark = this.say("thousands-mark")
    const values = { number: grouped(number, mark), total: grouped(this.engine.size, mark), count: this.engine.size }
    const text = this.say("results", values)
    writeText(this.note, text)
  }

  // Make a button of each heading that can sort.
  makeHeadings() {
    const cells = this.root.querySelectorAll("thead th")
    this.headings = this.data.sorts.map((order) => {
      const cell = cells[order.heading]
      const button = make("button", { type: "button", class: "pm-sort" }, ...cell.childNodes)
      button.addEventListener("click", () => this.sortBy(order))
      cell.replaceChildren(button)
      return { order, cell }
    })
  }

  sortBy(order) {
    const first = order.falling ? `-${order.key}` : order.key
    const second = order.falling ? order.key : `-${order.key}`
    this.change({ ...this.choice, sort: this.choice.sort === first ? second : first, page: 1 })
  }

  showHeadings() {
    const isFalling = this.choice.sort.startsWith("-")
    for (const { order, cell } of this.headings) {
      const isSorted = this.choice.sort.replace(/^-/, "") === order.key
      if (isSorted) cell.setAttribute("aria-sort", isFalling ? "descending" : "ascending")
      else cell.removeAttribute("aria-sort")
    }
  }

  // Bring the day and the numbers above the list to the reader's day.
  showDay() {
    if (!this.data.live) return
    const { rows } = this.engine.find(readChoice("", this.data))
    for (const day of document.querySelectorAll("[data-pm-today]")) {
      day.dateTime = dayText(this.engine.today)
      writeText(day, day.dateTime)
    }
    for (const figure of document.querySelectorAll("[data-pm-figure]")) {
      const [key, name] = figure.dataset.pmFigure.split("=")
      const number = name ? this.count(rows, key, name) : this.figure(rows, key)
      writeText(figure, grouped(number, this.say("thousands-mark")))
      if (figure.dataset.pmFigure.endsWith("overdue")) figure.classList.toggle("pm-late", number > 0)
    }
  }

  // What the rows add up to: items that are open or overdue, or documents that are no incidents.
  figure(rows, key) {
    if (key === "others") return rows.length - this.count(rows, "kind", "incident")
    const { open } = this.engine.columns
    return rows.reduce((sum, row) => sum + (key === "open" ? open[row] : this.engine.overdue(row)), 0)
  }

  // How many of the rows have a value of a facet.
  count(rows, key, name) {
    const facet = this.engine.facet(key)
    const wanted = new Set(rows)
    return facet.tally((row) => wanted.has(row))[facet.places.get(name)] || 0
  }
}
