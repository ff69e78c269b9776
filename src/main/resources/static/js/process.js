(async () => {
  const box = document.querySelector("[data-process]");
  const { model, current, visited = "" } = box.dataset;
  const answer = await fetch(model);
  if (!answer.ok) return;

  box.hidden = false;
  const container = box.querySelector(".process-canvas");
  const viewer = new BpmnJS({ container });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get("canvas");
  const elements = viewer.get("elementRegistry");
  // The wheel belongs to the page.
  viewer.get("zoomScroll").toggle(false);

  const mark = (id, marker) => elements.get(id) && canvas.addMarker(id, marker);
  for (const id of visited.split(" ")) if (id !== current) mark(id, "visited");
  // a sub-process keeps its steps readable
  if (current) mark(current, elements.get(current)?.children.length ? "current-frame" : "current");

  show();
  for (const button of box.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => {
      const step = { in: 1.25, out: 0.8 }[button.dataset.zoom];
      if (step) canvas.zoom(canvas.zoom() * step);
      else canvas.zoom("fit-viewport", "auto");
    });
  }

  // The whole drawing, unless it would be too small to read: then the place where the case stands.
  function show() {
    const readable = 0.5;
    const drawing = canvas.viewbox().inner;
    container.style.height = `${Math.max(300, (container.clientWidth * drawing.height) / drawing.width + 40)}px`;
    canvas.resized();
    if (canvas.zoom("fit-viewport", "auto") >= readable || !elements.get(current)) return;
    const { x, y, width, height } = elements.get(current);
    const size = canvas.getSize();
    canvas.viewbox({
      x: x + width / 2 - size.width / readable / 2,
      y: y + height / 2 - size.height / readable / 2,
      width: size.width / readable,
      height: size.height / readable,
    });
  }
})();
