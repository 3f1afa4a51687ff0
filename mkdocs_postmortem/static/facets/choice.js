// A choice: what a reader wants to see. It stands in the query of the page's address, and nowhere else.
//
// { where: Map of facet to Set of names, text, sort, page }

// Not `q` for the text: Material and the themes of MkDocs open their search when an address has it.
const OWN_NAMES = ["text", "sort", "page", "all"]

// The choice that an address states. Without a facet in it the page begins with its own `where`, unless `all` is there.
function readChoice(search, data) {
  const query = new URLSearchParams(search)
  const keys = data.facets.map((facet) => facet.key)
  const stated = query.has("all") || keys.some((key) => query.has(key))
  const named = stated ? keys.map((key) => [key, query.getAll(key)]) : Object.entries(data.where)
  const sort = query.get("sort") || ""
  return {
    where: new Map(named.filter(([, names]) => names.length).map(([key, names]) => [key, new Set(names)])),
    text: query.get("text") || "",
    sort: data.sorts.some((order) => order.key === sort.replace(/^-/, "")) ? sort : data.sort,
    page: Math.max(1, Number.parseInt(query.get("page"), 10) || 1),
  }
}

// The query that states a choice, with what else the address holds; empty for what the page begins with.
function writeChoice(choice, data, search) {
  const query = new URLSearchParams(search)
  for (const key of [...OWN_NAMES, ...data.facets.map((facet) => facet.key)]) query.delete(key)
  if (!isBeginning(choice, data)) {
    for (const [key, names] of choice.where) for (const name of names) query.append(key, name)
    if (!choice.where.size) query.set("all", "1")
  }
  if (choice.text) query.set("text", choice.text)
  if (choice.sort !== data.sort) query.set("sort", choice.sort)
  if (choice.page > 1) query.set("page", choice.page)
  const written = query.toString()
  return written ? `?${written}` : ""
}

// Whether the facets are chosen as the page begins with them.
function isBeginning(choice, data) {
  const entries = Object.entries(data.where)
  const isAlike = ([key, names]) =>
    choice.where.get(key)?.size === new Set(names).size && names.every((name) => choice.where.get(key).has(name))
  return entries.length === choice.where.size && entries.every(isAlike)
}

// The choice with one name of a facet taken in or left out, on its first page.
function withName(choice, key, name, isWanted) {
  const where = new Map([...choice.where].map(([other, names]) => [other, new Set(names)]))
  const names = where.get(key) || new Set()
  if (isWanted) names.add(name)
  else names.delete(name)
  if (names.size) where.set(key, names)
  else where.delete(key)
  return { ...choice, where, page: 1 }
}
