/* Times of an incident's page in the reader's own zone: on hover, and beside each time at the press of a button.
   Without this script the page shows the times as their author wrote them. */
(() => {
  "use strict"

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"
  // Swedish writes a time as the rest of the page does: 2026-03-01 14:05.
  const shown = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: zone })
  const name = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" })

  function inZone(instant) {
    const part = name.formatToParts(instant).find(each => each.type === "timeZoneName")
    return `${shown.format(instant)} ${part ? part.value : zone}`
  }

  function prepare(time) {
    const instant = new Date(time.dateTime)
    if (Number.isNaN(instant.getTime())) return null
    time.title = inZone(instant)
    return [time, time.title]
  }

  function switchTimes(button, times, on) {
    button.setAttribute("aria-pressed", String(on))
    button.textContent = on ? button.dataset.pmHide : button.dataset.pmShow
    for (const [time, text] of times) {
      if (on) {
        const own = document.createElement("span")
        own.className = "pm-own-time"
        own.textContent = ` (${text})`
        time.after(own)
      } else if (time.nextElementSibling?.className === "pm-own-time") {
        time.nextElementSibling.remove()
      }
    }
  }

  function start() {
    const line = document.querySelector(".pm-zone")
    if (!line || !line.hidden) return
    const page = line.closest("article, main, [role=main]") || document.body
    const times = [...page.querySelectorAll('time[datetime*="T"]')].map(prepare).filter(Boolean)
    if (times.length === 0) return
    const button = line.querySelector("button")
    line.hidden = false
    line.querySelector("span").textContent = zone
    button.setAttribute("aria-pressed", "false")
    button.addEventListener("click", () => switchTimes(button, times, button.getAttribute("aria-pressed") === "false"))
  }

  // Material swaps pages without loading them anew, and says so through document$.
  if (typeof document$ !== "undefined") document$.subscribe(start)
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start)
  else start()
})()
