// Rows of action items, with the markup of the macro item_table in templates/parts.html.jinja.

function dayText(day) {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

// The ticket; its number, where the address has a gap for it, is the one at the end of its name.
function tracker(engine, row) {
  const name = engine.columns.tracker[row]
  const ends = engine.data.lookups.tickets[engine.columns.ticket[row]]
  if (!name) return ""
  const address = ends?.join(name.match(/[0-9]*$/)[0])
  const text = escapeText(name)
  const shown = address ? `<a href="${escapeText(address)}" rel="noopener noreferrer">${text}</a>` : text
  return ` <span class="pm-tracker">${shown}</span>`
}

function itemTitle(engine, row) {
  const { title, details } = engine.columns
  const below = details[row] ? ` <span class="pm-quiet">${escapeText(details[row])}</span>` : ""
  return `<td class="pm-cell--title">${escapeText(title[row])}${below}${tracker(engine, row)}</td>`
}

function itemStatus(engine, row, isLate) {
  const [status] = engine.facet("status").of(row)
  return badge({ label: status.label, style: isLate ? "item-overdue" : status.style })
}

function itemOwners(engine, row, say) {
  const owners = [...engine.facet("owner").of(row), ...engine.facet("team").of(row)]
  return owners.map(link).join(escapeText(say("separator"))) || escapeText(say("not-stated"))
}

function itemPriority(engine, row, say) {
  const [priority] = engine.facet("priority").of(row)
  const [kind] = engine.facet("kind").of(row)
  const shown = escapeText(priority ? priority.label : say("not-stated"))
  return kind ? `${shown} <span class="pm-quiet">(${escapeText(kind.label)})</span>` : shown
}

// The incident; what is closed has no age.
function itemIncident(engine, row, say) {
  const { address, id, incident, number, started, done, dropped, items, closed } = engine.columns
  const age = closed || started[row] === null ? -1 : engine.today - started[row]
  const old = age < 0 ? "" : say("separator") + say("age", { length: `${age} d` })
  const title = incident[row] ? ` title="${escapeText(incident[row])}"` : ""
  const progressed = { done: done[row], dropped: dropped[row], overdue: 0, total: items[row] }
  return (
    `<a href="${escapeText(address[row])}"${title}>${escapeText(id[row])}</a> ` +
    `<span class="pm-quiet">${escapeText(say("item-number", { number: number[row] }) + old)}</span> ` +
    progress(progressed, say)
  )
}

function itemCells(engine, row, say, isLate) {
  return (
    cell("status", "column-status", itemStatus(engine, row, isLate), say) +
    cell("owner", "column-owner", itemOwners(engine, row, say), say) +
    cell("priority", "column-priority", itemPriority(engine, row, say), say) +
    cell("incident", "column-incident", itemIncident(engine, row, say), say)
  )
}

function itemRow(engine, row, say) {
  const { due, said } = engine.columns
  const isLate = due[row] !== null && due[row] < engine.today
  const day = due[row] === null ? escapeText(said[row] || say("not-stated")) : dayText(due[row])
  const late = isLate ? ` <strong class="pm-late">${escapeText(say("is-overdue"))}</strong>` : ""
  return (
    `<tr${isLate ? ' class="pm-row--late"' : ""}>${itemTitle(engine, row)}` +
    `${cell("due", "column-due", day + late, say)}${itemCells(engine, row, say, isLate)}</tr>`
  )
}

function closedItemRow(engine, row, say) {
  const { closed } = engine.columns
  const day = closed[row] === null ? escapeText(say("not-stated")) : dayText(closed[row])
  return `<tr>${itemTitle(engine, row)}${cell("closed", "column-closed", day, say)}${itemCells(engine, row, say, false)}</tr>`
}

// Who writes the rows of which kind of list.
const ROW_WRITERS = { incident: incidentRow, item: itemRow, "closed-item": closedItemRow }
