// The server tells how far the sheet has come; without this the page is asked for again by hand.
(() => {
  const card = document.getElementById("sheet-progress");
  const bar = card.querySelector("progress");
  const events = new EventSource(card.dataset.events);
  events.addEventListener("progress", (event) => {
    const { done, total } = JSON.parse(event.data);
    bar.max = total;
    bar.value = done;
    card.querySelector("[data-done]").textContent = done;
    card.querySelector("[data-total]").textContent = total;
  });
  events.addEventListener("done", () => {
    events.close();
    location.reload();
  });
})();
