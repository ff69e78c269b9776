(() => {
  const form = document.querySelector("form[data-guard]");
  const campaign = form.elements.campaignId;
  const award = form.elements.awardCode;
  const awardHint = document.getElementById("award-hint");
  const upload = document.getElementById("upload");
  const uploadError = document.getElementById("upload-error");
  const noAward = awardHint.textContent;

  // Only awards of the chosen campaign that fit the nominee; the server checks again.
  function offerAwards() {
    const subject = form.elements.subjectKind.value;
    for (const option of award.querySelectorAll("option[data-subject]")) {
      const fits =
        ["BOTH", subject].includes(option.dataset.subject) &&
        (!campaign.value || option.dataset.campaigns.split(" ").includes(campaign.value));
      option.hidden = option.disabled = !fits;
      if (!fits && option.selected) award.value = "";
    }
    for (const group of award.querySelectorAll("optgroup")) {
      group.hidden = !group.querySelector("option:not([hidden])");
    }
    explainAward();
  }

  function explainAward() {
    const { authority, basis } = award.selectedOptions[0]?.dataset ?? {};
    awardHint.textContent = authority ? `${authority}. ${basis}` : noAward;
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

  form.addEventListener("change", offerAwards);
  upload.addEventListener("change", checkSizes);
  offerAwards();
})();
