// Rows of incidents, with the markup of the macro incident_table in templates/parts.html.jinja.

function badge(value) {
  const style = escapeText(value.style || "plain")
  const label = escapeText(value.label)
  if (!value.address) return `<span class="pm-badge pm-badge--${style}">${label}</span>`
  return `<a class="pm-badge pm-badge--${style}" href="${escapeText(value.address)}">${label}</a>`
}

function link(value) {
  return value.address ? `<a href="${escapeText(value.address)}">${escapeText(value.name)}</a>` : escapeText(value.name)
}

// How many action items are done, dropped and overdue, behind a bar.
function progress(engine, row, say) {
  const { items, open, done } = engine.columns
  const total = items[row]
  if (!total) return `<span class="pm-quiet">${escapeText(say("no-items"))}</span>`
  const dropped = total - open[row] - done[row]
  const overdue = engine.overdue(row)
  const mark = escapeText(say("separator"))
  const percent = Math.floor((100 * (total - open[row])) / total)
  const late = `<strong class="pm-late">${escapeText(say("count-overdue", { count: overdue }))}</strong>`
  return (
    `<span class="pm-progress"><progress max="100" value="${percent}" aria-hidden="true"></progress> ` +
    `<span>${escapeText(say("progress", { done: done[row], total }))}` +
    (dropped ? mark + escapeText(say("count-dropped", { count: dropped })) : "") +
    (overdue ? mark + late : "") +
    "</span></span>"
  )
}

function incidentBadges(engine, row, say) {
  const [severity] = engine.facet("severity").of(row)
  const [status] = engine.facet("status").of(row)
  const [kind] = engine.facet("kind").of(row)
  const badges = [
    badge(severity || { label: say("severity-not-stated"), style: "none" }),
    badge(status || { label: say("status-not-stated"), style: "status-none" }),
  ]
  if (kind.name !== "incident") badges.push(badge({ label: kind.label, style: "kind" }))
  return badges.join(" ")
}

function incidentRow(engine, row, say) {
  const { id, title, address, date, length, problems } = engine.columns
  const unstated = escapeText(say("not-stated"))
  const flag = ` <span class="pm-flag">${escapeText(say("count-problems", { count: problems[row] }))}</span>`
  const services = engine.facet("service").of(row).map(link).join(escapeText(say("separator")))
  const cell = (name, column, content) =>
    `<td class="pm-cell--${name}" data-label="${escapeText(say(column))}">${content}</td>`
  return (
    `<tr><td class="pm-cell--title"><span class="pm-id">${escapeText(id[row])}</span> ` +
    `<a href="${escapeText(address[row])}">${escapeText(title[row])}</a>${problems[row] ? flag : ""}</td>` +
    cell("date", "column-date", date[row] || unstated) +
    cell("badges", "column-severity-and-status", incidentBadges(engine, row, say)) +
    cell("duration", "column-duration", escapeText(length[row]) || unstated) +
    cell("services", "column-services", services || unstated) +
    cell("progress", "column-action-items", progress(engine, row, say)) +
    "</tr>"
  )
}

// Who writes the rows of which kind of list.
const ROW_WRITERS = { incident: incidentRow }
