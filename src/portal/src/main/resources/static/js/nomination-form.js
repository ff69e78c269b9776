(() => {
  const form = document.querySelector("form[data-guard]");
  const campaign = document.getElementById("campaignId");
  const award = document.getElementById("awardCode");
  const late = document.getElementById("late");
  const upload = document.getElementById("upload");
  const uploadError = document.getElementById("upload-error");

  // A hidden field and a pair of radio buttons answer alike.
  const value = (name) => new FormData(form).get(name) ?? "";

  // Only awards of the chosen occasion that fit the nominee; the server checks again.
  function offerAwards() {
    const subject = value("subjectKind");
    const occasion = value("unplanned") === "true" ? "unplanned" : value("campaignId");
    for (const option of award.querySelectorAll("option[data-subject]")) {
      const fits =
        ["BOTH", subject].includes(option.dataset.subject) &&
        (!occasion || option.dataset.occasions.split(" ").includes(occasion));
      option.hidden = option.disabled = !fits;
      if (!fits && option.selected) award.value = "";
    }
    for (const group of award.querySelectorAll("optgroup")) {
      group.hidden = !group.querySelector("option:not([hidden])");
    }
  }

  function askWhyLate() {
    late.hidden = !campaign.selectedOptions[0]?.dataset.closed;
  }

  function checkSizes() {
    const files = [...upload.files];
    const total = files.reduce((sum, file) => sum + file.size, 0);
    const large = files.filter((file) => file.size > upload.dataset.maxFile);
    const refused = large.length > 0 || total > upload.dataset.maxTotal;
    uploadError.textContent = refused
      ? [upload.dataset.tooLarge, ...large.map((file) => file.name)].join(" ")
      : "";
    upload.classList.toggle("is-invalid", refused);
    if (refused) upload.value = "";
  }

  let changed = false;
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("submit", () => (changed = false));
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });

  if (award) {
    form.addEventListener("change", offerAwards);
    offerAwards();
  }
  if (late) {
    form.addEventListener("change", askWhyLate);
    askWhyLate();
  }
  if (upload) upload.addEventListener("change", checkSizes);
})();
