// Lists come to life when a page is there: once after loading, and at each instant navigation of Material.

let lists = []

function start() {
  lists = [...document.querySelectorAll(".pm-list")]
    .filter((root) => root.querySelector(".pm-data"))
    .map((root) => lists.find((list) => list.root === root) || new ListTable(root))
}

window.addEventListener("popstate", () => {
  // Material first changes the address and then the page; a list is restored only at its own address.
  for (const list of lists) if (list.root.isConnected && list.path === location.pathname) list.restore()
})
document.addEventListener("click", (event) => closeFacets(event.target))
document.addEventListener("focusin", (event) => closeFacets(event.target))

if (window.document$) window.document$.subscribe(start)
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start)
else start()
