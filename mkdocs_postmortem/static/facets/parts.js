// The small pieces of rows, with the markup of the macros in templates/parts.html.jinja.

function badge(value) {
  const style = escapeText(value.style || "plain")
  const label = escapeText(value.label)
  if (!value.address) return `<span class="pm-badge pm-badge--${style}">${label}</span>`
  return `<a class="pm-badge pm-badge--${style}" href="${escapeText(value.address)}">${label}</a>`
}

function link(value) {
  return value.address ? `<a href="${escapeText(value.address)}">${escapeText(value.name)}</a>` : escapeText(value.name)
}

function cell(name, column, content, say) {
  return `<td class="pm-cell--${name}" data-label="${escapeText(say(column))}">${content}</td>`
}

// How many action items of an incident are done, dropped and overdue, behind a bar.
function progress({ done, dropped, overdue, total }, say) {
  const mark = escapeText(say("separator"))
  const percent = Math.floor((100 * (done + dropped)) / total)
  const late = () => `<strong class="pm-late">${escapeText(say("count-overdue", { count: overdue }))}</strong>`
  return (
    `<span class="pm-progress"><progress max="100" value="${percent}" aria-hidden="true"></progress> ` +
    `<span>${escapeText(say("progress", { done, total }))}` +
    (dropped ? mark + escapeText(say("count-dropped", { count: dropped })) : "") +
    (overdue ? mark + late() : "") +
    "</span></span>"
  )
}
