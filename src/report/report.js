// Tables sort by a click on a column's head, and what does not scroll is no stop of the Tab key. Without this script all
// is there, in the report's own order.
(function () {
  "use strict";

  // The first number of a cell, or null: "−4.6 (−9.2 to 0.7)" is -4.6, "< .001" is .001, "–" is none.
  function number(cell) {
    var found = /(?:^|[^\w.])([-−+]?(?:\d[\d,]*)?\.?\d+)/.exec(cell.textContent);
    return found ? parseFloat(found[1].replace("−", "-").replace(/,/g, "")) : null;
  }

  // Numbers first, then text by its letters; what is empty last, whichever the direction.
  function compare(a, b, sign) {
    var x = number(a), y = number(b);
    if (x !== null && y !== null) return sign * (x - y);
    if (x !== null || y !== null) return x !== null ? -1 : 1;
    return sign * a.textContent.localeCompare(b.textContent);
  }

  function sort(table, column, head) {
    var sign = head.getAttribute("aria-sort") === "descending" ? 1 : -1;
    var body = table.tBodies[0];
    Array.from(body.rows)
      .map(function (row, index) { return [row, index]; })
      .sort(function (a, b) { return compare(a[0].cells[column], b[0].cells[column], sign) || a[1] - b[1]; })
      .forEach(function (pair) { body.appendChild(pair[0]); });
    table.querySelectorAll("th[aria-sort]").forEach(function (th) { th.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
  }

  // Rows that stand by themselves can change their order; where a first cell is empty they belong to the row above.
  function sortable(table) {
    var head = table.tHead && table.tHead.rows[0], rows = table.tBodies[0] ? Array.from(table.tBodies[0].rows) : [];
    if (!head || rows.length < 3 || head.cells[0].textContent === "" ||
        rows.some(function (row) { return row.cells[0].textContent === ""; })) return;
    Array.from(head.cells).forEach(function (th, column) {
      if (th.tagName !== "TH") return;
      var button = document.createElement("button");
      button.type = "button";
      while (th.firstChild) button.appendChild(th.firstChild);
      th.appendChild(button);
      button.addEventListener("click", function () { sort(table, column, th); });
    });
  }

  function stop(frame) {
    if (frame.scrollWidth > frame.clientWidth) frame.setAttribute("tabindex", "0");
    else frame.removeAttribute("tabindex");
  }

  document.querySelectorAll("main table").forEach(sortable);
  if (!window.ResizeObserver) return;
  var widths = new ResizeObserver(function (entries) { entries.forEach(function (entry) { stop(entry.target); }); });
  document.querySelectorAll(".scroll, .frame").forEach(function (frame) { widths.observe(frame); });
})();
