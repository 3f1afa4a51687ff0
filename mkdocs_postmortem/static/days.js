/* Action items in tables that the server wrote, by the reader's day: which of them are overdue by now, and how old they
   are. Without this script they are as of the day of the build. Lists with filters do the same for themselves. */
(() => {
  "use strict"

  const DAY = 86_400_000

  // A row whose due date has passed since the build looks as the server would write it today.
  function makeLate(row, word) {
    row.classList.add("pm-row--late")
    row.removeAttribute("data-pm-due")
    const mark = document.createElement("strong")
    mark.className = "pm-late"
    mark.textContent = word
    row.querySelector(".pm-cell--due")?.append(" ", mark)
    const badge = row.querySelector(".pm-cell--status .pm-badge")
    if (badge) badge.className = "pm-badge pm-badge--item-overdue"
  }

  function showOverdue(table, today) {
    const late = [...table.querySelectorAll("[data-pm-due]")].filter((row) => row.dataset.pmDue < today)
    for (const row of late) makeLate(row, table.dataset.pmOverdue)
    const figure = document.querySelector('[data-pm-figure="overdue"]')
    if (!late.length || !figure || !("pmWhole" in table.dataset)) return
    figure.textContent = String(table.querySelectorAll(".pm-row--late").length)
    figure.classList.add("pm-late")
  }

  function start() {
    const today = new Date().toISOString().slice(0, 10)
    for (const table of document.querySelectorAll("table[data-pm-overdue]")) showOverdue(table, today)
    for (const age of document.querySelectorAll("[data-pm-since]")) {
      const days = Math.round((Date.parse(today) - Date.parse(age.dataset.pmSince)) / DAY)
      if (days > parseInt(age.textContent, 10)) age.textContent = `${days} d`
    }
    for (const day of document.querySelectorAll("time[data-pm-day]")) {
      if (today > day.dateTime) day.textContent = day.dateTime = today
    }
  }

  // Material swaps pages without loading them anew, and says so through document$.
  if (typeof document$ !== "undefined") document$.subscribe(start)
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start)
  else start()
})()
