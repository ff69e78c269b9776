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
})();
