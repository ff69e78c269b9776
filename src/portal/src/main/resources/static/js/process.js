// The drawing of a process, once somebody asks for it; who has asked gets it on every page.
(() => {
  const box = document.querySelector("[data-process]");
  if (!box) return;
  let drawn = false;
  box.hidden = false;
  box.addEventListener("toggle", () => {
    localStorage.setItem("process", box.open ? "open" : "closed");
    if (box.open && !drawn) {
      drawn = true;
      draw();
    }
  });
  box.open = localStorage.getItem("process") === "open";

  async function draw() {
    const { model, current, flows = "" } = box.dataset;
    const answer = await fetch(model);
    if (!answer.ok) {
      box.hidden = true;
      return;
    }
    const container = box.querySelector(".process-canvas");
    const viewer = new BpmnJS({ container });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get("canvas");
    const elements = viewer.get("elementRegistry");
    // The wheel belongs to the page.
    viewer.get("zoomScroll").toggle(false);

    const mark = (id, marker) => elements.get(id) && canvas.addMarker(id, marker);
    const taken = flows.split(" ").map((id) => elements.get(id)).filter(Boolean);
    const logged = [...box.querySelectorAll("[data-visited] > [data-element]")];
    // the way the engine recorded; for a case from before, what its log tells
    const passed = taken.length
      ? taken.flatMap((flow) => [flow.id, flow.source.id, flow.target.id])
      : logged.map((line) => line.dataset.element);
    for (const id of new Set(passed)) if (id !== current) mark(id, "visited");
    for (const { dataset, textContent } of logged) {
      if (elements.get(dataset.element) && (passed.includes(dataset.element) || dataset.element === current)) {
        const time = document.createElement("span");
        time.className = "process-time";
        time.textContent = textContent;
        // the name of an event is below it
        const position = elements.get(dataset.element).type.endsWith("Event") ? { top: -14, left: -14 } : { bottom: -2, left: 0 };
        viewer.get("overlays").add(dataset.element, { position, html: time });
      }
    }
    // a sub-process keeps its steps readable
    if (current) mark(current, elements.get(current)?.children.length ? "current-frame" : "current");

    show(canvas, container, elements.get(current));

    // Everything that dragging does.
    const step = 120;
    const actions = {
      in: () => canvas.zoom(canvas.zoom() * 1.25),
      out: () => canvas.zoom(canvas.zoom() * 0.8),
      all: () => canvas.zoom("fit-viewport", "auto"),
      left: () => canvas.scroll({ dx: step, dy: 0 }),
      right: () => canvas.scroll({ dx: -step, dy: 0 }),
      up: () => canvas.scroll({ dx: 0, dy: step }),
      down: () => canvas.scroll({ dx: 0, dy: -step }),
    };
    for (const button of box.querySelectorAll("[data-show]")) {
      button.addEventListener("click", actions[button.dataset.show]);
    }
  }

  // The whole drawing, unless it would be too small to read: then the place where the case stands.
  function show(canvas, container, current) {
    const readable = 0.5;
    const drawing = canvas.viewbox().inner;
    container.style.height = `${Math.max(300, (container.clientWidth * drawing.height) / drawing.width + 40)}px`;
    canvas.resized();
    if (canvas.zoom("fit-viewport", "auto") >= readable || !current) return;
    const { x, y, width, height } = current;
    const size = canvas.getSize();
    canvas.viewbox({
      x: x + width / 2 - size.width / readable / 2,
      y: y + height / 2 - size.height / readable / 2,
      width: size.width / readable,
      height: size.height / readable,
    });
  }
})();
