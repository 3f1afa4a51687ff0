// Rows of incidents, with the markup of the macro incident_table in templates/parts.html.jinja.

function incidentProgress(engine, row, say) {
  const { items, open, done } = engine.columns
  const total = items[row]
  if (!total) return `<span class="pm-quiet">${escapeText(say("no-items"))}</span>`
  const dropped = total - open[row] - done[row]
  return progress({ done: done[row], dropped, overdue: engine.overdue(row), total }, say)
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
  return (
    `<tr><td class="pm-cell--title"><span class="pm-id">${escapeText(id[row])}</span> ` +
    `<a href="${escapeText(address[row])}">${escapeText(title[row])}</a>${problems[row] ? flag : ""}</td>` +
    cell("date", "column-date", date[row] || unstated, say) +
    cell("badges", "column-severity-and-status", incidentBadges(engine, row, say), say) +
    cell("duration", "column-duration", escapeText(length[row]) || unstated, say) +
    cell("services", "column-services", services || unstated, say) +
    cell("progress", "column-action-items", incidentProgress(engine, row, say), say) +
    "</tr>"
  )
}
