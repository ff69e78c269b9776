// Runs before the first paint, so that a dark page never flashes white.
(() => {
  const preferred = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.documentElement.dataset.bsTheme =
      localStorage.getItem("theme") ?? (preferred.matches ? "dark" : "light");
  };
  apply();
  preferred.addEventListener("change", apply);
})();
