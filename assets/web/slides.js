// Presents slides by keys, as a clicker sends them, and by the buttons. Without this script the page can be scrolled.
(() => {
  "use strict";
  const body = document.body;
  const slides = [...document.querySelectorAll(".slide")];
  const bar = document.querySelector("nav");
  const place = document.getElementById("place");
  let at = 0;

  const presenting = () => body.classList.contains("present");

  const show = (to) => {
    at = Math.max(0, Math.min(slides.length - 1, to));
    slides.forEach((slide, i) => slide.classList.toggle("shown", i === at));
    place.textContent = slides[at].getAttribute("aria-label");
    if (presenting()) location.replace("#" + slides[at].id);
  };

  // The slide that is seen now, for who begins in the middle.
  const seen = () => {
    const middle = innerHeight / 2;
    const found = slides.findIndex((slide) => slide.getBoundingClientRect().bottom > middle);
    return Math.max(0, found);
  };

  const begin = () => {
    if (presenting()) return;
    const from = seen();
    body.classList.add("present");
    show(from);
  };

  const end = () => {
    if (!presenting()) return;
    body.classList.remove("present");
    if (document.fullscreenElement) document.exitFullscreen();
    slides[at].scrollIntoView();
  };

  const fill = () => {
    begin();
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  };

  const notes = () => {
    const open = body.classList.toggle("noted");
    document.querySelectorAll(".notes").forEach((note) => (note.open = open));
  };

  const turn = (by) => {
    if (presenting()) show(at + by);
    else begin();
  };

  const keys = {
    ArrowRight: () => turn(1), ArrowDown: () => turn(1), PageDown: () => turn(1), " ": () => turn(1), Enter: () => turn(1),
    ArrowLeft: () => turn(-1), ArrowUp: () => turn(-1), PageUp: () => turn(-1), Backspace: () => turn(-1),
    Home: () => { begin(); show(0); }, End: () => { begin(); show(slides.length - 1); },
    f: fill, F: fill, n: notes, N: notes, Escape: end,
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Before the slides are presented, keys scroll the page and press what has the focus, as everywhere.
    const scrolls = ["ArrowDown", "ArrowUp", " ", "Enter", "Home", "End", "Backspace"].includes(event.key);
    const pressed = event.target.closest?.("button, summary") && [" ", "Enter"].includes(event.key);
    const act = keys[event.key];
    if (!act || pressed || (scrolls && !presenting())) return;
    event.preventDefault();
    act();
  });

  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const act = { begin: fill, notes, before: () => turn(-1), after: () => turn(1) }[event.target.dataset.press];
    if (act) act();
  });
  document.querySelector(".deck").addEventListener("click", (event) => {
    if (presenting() && !event.target.closest(".notes")) turn(1);
  });
})();
