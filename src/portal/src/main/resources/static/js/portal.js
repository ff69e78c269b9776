(() => {
  const theme = document.getElementById("appearance");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const other = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", other);
    document.documentElement.dataset.bsTheme = other;
  });

  // A second click sends nothing. The buttons go only after the form data was collected, which
  // includes the button that was pressed.
  for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", () => setTimeout(() => setDisabled(form, true)));
  }
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-once]")) setDisabled(form, false);
  });

  function setDisabled(form, disabled) {
    for (const button of form.querySelectorAll("button[type=submit]")) button.disabled = disabled;
  }

  // What is wrong with a field is said with it, and above the form with a way to it.
  for (const error of document.querySelectorAll(".field-error")) {
    const field = error.textContent.trim() && fieldOf(error);
    if (!field) continue;
    error.id ||= `${field.id}-error`;
    field.setAttribute("aria-invalid", "true");
    const described = field.getAttribute("aria-describedby");
    if (!described?.split(" ").includes(error.id)) {
      field.setAttribute("aria-describedby", described ? `${error.id} ${described}` : error.id);
    }
    error.closest("form")?.querySelector("[data-errors]")?.append(linkTo(field, error.textContent));
  }
  const summary = document.querySelector("[data-errors]")?.closest(".alert");
  if (summary) {
    summary.tabIndex = -1;
    summary.focus();
  }

  function fieldOf(error) {
    const field = error.parentElement.querySelector("input:not([type=hidden]), select, textarea");
    if (field && !field.id) field.id = field.name;
    return field;
  }

  function linkTo(field, message) {
    const group = field.closest("[role=radiogroup]");
    const label = group
      ? document.getElementById(group.getAttribute("aria-labelledby"))
      : field.labels[0];
    const link = document.createElement("a");
    link.className = "alert-link";
    link.href = `#${field.id}`;
    link.textContent = label ? `${label.textContent.trim()}: ${message}` : message;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.focus();
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  // What was entered is Vietnamese whatever the language of the page is: so it is read out as such.
  if (document.documentElement.lang !== "vi") {
    const vietnamese = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (vietnamese.test(data) && !parentElement.closest("script")) parentElement.lang = "vi";
    }
  }

  // One box ticks all boxes of its form; the number of ticked ones is told.
  for (const form of document.querySelectorAll("form[data-select-all]")) {
    const boxes = [...form.querySelectorAll("tbody input[type=checkbox]")];
    const all = form.querySelector("[data-select-all-box]");
    const told = form.querySelector("[data-selected]");
    if (!all) continue;
    const box = all.querySelector("input");
    all.hidden = false;
    const tell = () => {
      const ticked = boxes.filter((one) => one.checked).length;
      box.checked = ticked === boxes.length;
      box.indeterminate = ticked > 0 && ticked < boxes.length;
      told.textContent = [told.dataset.text, ticked, "/", boxes.length].join(" ");
    };
    box.addEventListener("change", () => {
      for (const one of boxes) one.checked = box.checked;
      tell();
    });
    form.addEventListener("change", tell);
    addEventListener("pageshow", tell);
    tell();
  }

  // Single keys, unless somebody has switched them off: they would clash with speech input.
  const off = () => localStorage.getItem("shortcuts") === "off";
  const toggle = document.querySelector("[data-shortcuts]");
  if (toggle) {
    toggle.hidden = false;
    const box = toggle.querySelector("input");
    box.checked = !off();
    box.addEventListener("change", () => {
      localStorage.setItem("shortcuts", box.checked ? "on" : "off");
    });
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || off()) return;
    const box = "[type=checkbox], [type=radio]";
    if (event.target.closest(`input:not(${box}), select, textarea, [contenteditable]`)) return;
    if (event.key === "/") {
      const search = document.querySelector("[data-search], main [type=search]");
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "?") {
      const help = document.querySelector("[data-keyboard-help]");
      if (help) location.href = help.href;
    }
  });
})();
