// Rows: which of them a choice finds, in which order, and how many each further value would find.
//
// Everything is in columns, so that ten thousand rows are looked through in a few milliseconds.

const DAY = 86_400_000

// One facet: for each row the places of its values, one row after the other in one array.
class FacetIndex {
  constructor(facet) {
    this.key = facet.key
    this.title = facet.title
    this.values = facet.values
    this.places = new Map(facet.values.map((value, place) => [value.name, place]))
    this.lists = facet.cells.map((cell) => (Array.isArray(cell) ? cell : [cell]))
    this.pack()
  }

  pack() {
    this.starts = new Uint32Array(this.lists.length + 1)
    this.lists.forEach((list, row) => (this.starts[row + 1] = this.starts[row] + list.length))
    this.cells = Uint32Array.from(this.lists.flat())
  }

  // The row's values, in the order in which the document states them.
  of(row) {
    return this.lists[row].map((place) => this.values[place])
  }

  // The value of this name; a name of the address that no row has stands for itself.
  value(name) {
    return this.values[this.places.get(name)] || { name, label: name }
  }

  // For each row, 1 when it has none of the names.
  misses(names) {
    const wanted = new Uint8Array(this.values.length)
    for (const name of names) if (this.places.has(name)) wanted[this.places.get(name)] = 1
    const missing = new Uint8Array(this.lists.length).fill(1)
    for (let row = 0; row < missing.length; row++) {
      for (let at = this.starts[row]; at < this.starts[row + 1]; at++) if (wanted[this.cells[at]]) missing[row] = 0
    }
    return missing
  }

  // How many of the rows for which `counts` is true have each value.
  tally(counts) {
    const numbers = new Uint32Array(this.values.length)
    for (let row = 0; row < this.lists.length; row++) {
      if (counts(row)) for (let at = this.starts[row]; at < this.starts[row + 1]; at++) numbers[this.cells[at]]++
    }
    return numbers
  }
}

// What a choice found: rows in order, and for each facet the numbers that its values would have without it.
class Found {
  constructor(rows, facets, fails, failed) {
    this.rows = rows
    this.tally = (facet) => {
      const own = facets.indexOf(facet) + 1
      return facet.tally((row) => fails[row] === 0 || (fails[row] === 1 && failed[row] === own))
    }
  }
}

class Engine {
  constructor(data) {
    this.data = data
    this.columns = data.columns
    this.size = data.columns.address.length
    this.facets = data.facets.map((facet) => new FacetIndex(facet))
    this.orders = new Map()
    this.today = this.startOfDay()
    this.age()
  }

  facet(key) {
    return this.facets.find((facet) => facet.key === key)
  }

  // The day for which the page counts, in days since 1970: the reader's in UTC, but never one before the build.
  startOfDay() {
    const built = Date.parse(this.data.today) / DAY
    return this.data.live ? Math.max(built, Math.floor(Date.now() / DAY)) : built
  }

  // Give the facet's value to the rows that became due since the build.
  age() {
    const { facet: key, value, column } = this.data.ageing || {}
    const facet = this.facet(key)
    if (!facet || this.today === Date.parse(this.data.today) / DAY) return
    const place = facet.places.get(value)
    for (let row = 0; row < this.size; row++) {
      if (this.overdue(row, column) && !facet.lists[row].includes(place)) facet.lists[row] = [...facet.lists[row], place]
    }
    facet.pack()
  }

  // How many of the row's due days, which rise, have passed.
  overdue(row, column = "due") {
    const days = this.columns[column][row]
    const next = days.findIndex((day) => day >= this.today)
    return next < 0 ? days.length : next
  }

  // What the text filter looks through, made when it is first asked for.
  get texts() {
    const columns = this.data.searched.map((name) => this.columns[name])
    this.folded ||= Array.from({ length: this.size }, (_, row) => fold(columns.map((each) => each[row]).join("\n")))
    return this.folded
  }

  find(choice) {
    const fails = new Uint8Array(this.size)
    const failed = new Uint8Array(this.size)
    this.facets.forEach((facet, number) => {
      if (!choice.where.has(facet.key)) return
      const missing = facet.misses(choice.where.get(facet.key))
      for (let row = 0; row < this.size; row++) {
        if (missing[row]) {
          fails[row]++
          failed[row] = number + 1
        }
      }
    })
    this.failText(choice.text, fails)
    return new Found(this.order(choice.sort).filter((row) => fails[row] === 0), this.facets, fails, failed)
  }

  // A row without all words of the text fails twice: it counts for no facet.
  failText(text, fails) {
    const words = fold(text).split(/\s+/).filter(Boolean)
    if (!words.length) return
    const texts = this.texts
    for (let row = 0; row < this.size; row++) {
      if (!words.every((word) => texts[row].includes(word))) fails[row] += 2
    }
  }

  // All rows in an order. What is not stated comes last either way, equal rows stay as they come.
  order(sort) {
    if (!this.orders.has(sort)) {
      const keys = this.keys(this.data.sorts.find((order) => order.key === sort.replace(/^-/, "")))
      const sign = sort.startsWith("-") ? -1 : 1
      const isStated = (row) => keys[row] !== null && keys[row] !== ""
      const rows = Array.from({ length: this.size }, (_, row) => row)
      const stated = rows.filter(isStated)
      stated.sort((a, b) => (keys[a] < keys[b] ? -sign : keys[a] > keys[b] ? sign : 0) || a - b)
      this.orders.set(sort, Uint32Array.from([...stated, ...rows.filter((row) => !isStated(row))]))
    }
    return this.orders.get(sort)
  }

  // What the rows are compared by: numbers, or texts in their folded form.
  keys(order) {
    if (!order.facet) return this.columns[order.column].map((key) => (typeof key === "string" ? fold(key) : key))
    const facet = this.facet(order.facet)
    const keys = facet.values.map((value, place) => (order.byName ? fold(value.name) : place))
    return facet.lists.map((list) => (list.length ? keys[list[0]] : null))
  }
}
