// Rows: which of them a choice finds, in which order, and how many each further value would find.
//
// Everything is in columns, so that forty thousand rows are looked through in a few milliseconds.

const DAY = 86_400_000

// One facet: for each row the places of its values, one row after the other in one array. A cell is a place, or a list.
class FacetIndex {
  constructor(facet, cells) {
    this.key = facet.key
    this.title = facet.title
    this.values = facet.values
    this.places = new Map(facet.values.map((value, place) => [value.name, place]))
    this.pack(cells)
  }

  pack(cells) {
    this.cells = cells
    this.starts = new Uint32Array(cells.length + 1)
    cells.forEach((cell, row) => (this.starts[row + 1] = this.starts[row] + (Array.isArray(cell) ? cell.length : 1)))
    this.flat = new Uint32Array(this.starts[cells.length])
    cells.forEach((cell, row) => {
      if (Array.isArray(cell)) this.flat.set(cell, this.starts[row])
      else this.flat[this.starts[row]] = cell
    })
  }

  // The row's values, in the order in which the document states them.
  of(row) {
    return Array.from(this.flat.subarray(this.starts[row], this.starts[row + 1]), (place) => this.values[place])
  }

  // The place of the row's first value, null when it has none.
  first(row) {
    return this.starts[row] < this.starts[row + 1] ? this.flat[this.starts[row]] : null
  }

  // The value of this name; a name of the address that no row has stands for itself.
  value(name) {
    return this.values[this.places.get(name)] || { name, label: name }
  }

  // For each row, 1 when it has none of the names.
  misses(names) {
    const wanted = new Uint8Array(this.values.length)
    for (const name of names) if (this.places.has(name)) wanted[this.places.get(name)] = 1
    const missing = new Uint8Array(this.cells.length).fill(1)
    for (let row = 0; row < missing.length; row++) {
      for (let at = this.starts[row]; at < this.starts[row + 1]; at++) if (wanted[this.flat[at]]) missing[row] = 0
    }
    return missing
  }

  // How many of the rows for which `counts` is true have each value.
  tally(counts) {
    const numbers = new Uint32Array(this.values.length)
    for (let row = 0; row < this.cells.length; row++) {
      if (counts(row)) for (let at = this.starts[row]; at < this.starts[row + 1]; at++) numbers[this.flat[at]]++
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
    this.today = this.startOfDay()
    this.parents = data.parents?.flatMap((number, parent) => Array(number).fill(parent))
    const shared = Object.entries(data.shared || {}).map(([name, cells]) => [name, this.spread(cells)])
    this.columns = { ...data.columns, ...Object.fromEntries(shared) }
    for (const [name, start] of Object.entries(data.offsets || {})) this.addOffset(name, this.columns[start])
    this.size = this.columns.address.length
    this.facets = data.facets.map((facet) => new FacetIndex(facet, this.cells(facet)))
    this.orders = new Map()
    this.age()
  }

  facet(key) {
    return this.facets.find((facet) => facet.key === key)
  }

  // What rows have from their parents, for each row.
  spread(cells) {
    return this.parents.map((parent) => cells[parent])
  }

  // Make days since 1970 of a column of days that count from others.
  addOffset(name, starts) {
    this.columns[name] = this.columns[name].map((days, row) => (days === null ? null : days + (starts[row] ?? 0)))
  }

  // A facet's cells: as they are, those of the parents, or as the days until or since a column's days tell.
  cells({ cells, shared, scale }) {
    if (!scale) return shared ? this.spread(cells) : cells
    const { column, bounds, isPast } = scale
    return this.columns[column].map((day) => {
      if (day === null) return []
      const days = isPast ? this.today - day : day - this.today
      return bounds.reduce((place, bound) => place + (days >= bound), 0)
    })
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
    const cells = facet.cells.map((cell, row) => {
      const places = Array.isArray(cell) ? cell : [cell]
      return this.overdue(row, column) && !places.includes(place) ? [...places, place] : cell
    })
    facet.pack(cells)
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

  // All rows in an order. What is not stated comes last either way, equal rows stay as they come or as `then` has them.
  order(sort) {
    if (!this.orders.has(sort)) {
      const order = this.data.sorts.find(({ key }) => key === sort.replace(/^-/, ""))
      const keys = this.keys(order)
      const sign = sort.startsWith("-") ? -1 : 1
      const isStated = (row) => keys[row] !== null && keys[row] !== ""
      const rows = Array.from(order.then ? this.order(order.then) : { length: this.size }, (row, place) => row ?? place)
      const stated = rows.filter(isStated)
      stated.sort((a, b) => (keys[a] < keys[b] ? -sign : keys[a] > keys[b] ? sign : 0))
      this.orders.set(sort, Uint32Array.from([...stated, ...rows.filter((row) => !isStated(row))]))
    }
    return this.orders.get(sort)
  }

  // What the rows are compared by: numbers, or texts in their folded form.
  keys(order) {
    if (!order.facet) return this.columns[order.column].map((key) => (typeof key === "string" ? fold(key) : key))
    const facets = [order.facet, order.otherwise].filter(Boolean).map((key) => this.facet(key))
    const keys = facets.map((facet) => facet.values.map(({ name }, place) => (order.byName ? fold(name) : place)))
    return Array.from({ length: this.size }, (_, row) => {
      const which = facets.findIndex((facet) => facet.first(row) !== null)
      return which < 0 ? null : keys[which][facets[which].first(row)]
    })
  }
}
