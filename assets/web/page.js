// Keeps an open page up to date, and sends its forms without leaving it. Without this script the page works, too.
(() => {
  "use strict";
  const BEAT = 15000;
  const body = document.body;
  const live = body.dataset.live;
  if (!live) return;

  let stream = null;
  let heard = 0;
  let busy = false;
  let missed = false;
  let queue = [];

  // The fields that somebody has changed and not yet sent.
  const theirs = new Set();
  document.addEventListener("input", (event) => theirs.add(event.target));

  // -- Showing ------------------------------------------------------------------------------------------------------

  const step = () => document.querySelector("main")?.id;

  const show = (html) => {
    if (gone) return;
    const before = step();
    Idiomorph.morph(body, html, {
      morphStyle: "innerHTML",
      callbacks: {
        // What somebody types or chooses is theirs until it is sent. A button with the focus changes like any other.
        beforeNodeMorphed: (old) => !(old.matches?.("input, select") && (old === document.activeElement || theirs.has(old))),
        // What somebody has opened stays open.
        beforeAttributeUpdated: (name, node) => !(name === "open" && node.localName === "details"),
      },
    });
    if (before !== step()) {
      scrollTo(0, 0);
      const title = document.querySelector("main h1");
      if (title) {
        title.tabIndex = -1;
        title.focus({ preventScroll: true });
      }
    }
    start = performance.now();
    tick();
  };

  // The room is gone, or this console was taken away: nothing that was shown is left, and nobody asks for it again.
  let gone = false;
  const over = (words) => {
    gone = true;
    stream.close();
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    said.className = "notice";
    said.textContent = words;
    body.replaceChildren(said);
  };

  // Says that the host cannot be reached, until it can.
  const lost = (is) => {
    if (gone) return;
    let said = document.getElementById("lost");
    if (is && !said) {
      said = document.createElement("p");
      said.id = "lost";
      said.className = "notice";
      said.setAttribute("role", "status");
      said.textContent = body.dataset.lost;
      body.prepend(said);
    } else if (!is && said) {
      said.remove();
    }
  };

  // -- The clock ----------------------------------------------------------------------------------------------------

  let start = performance.now();
  const tick = () => {
    for (const clock of document.querySelectorAll("[data-left]")) {
      const left = Number(clock.dataset.left) - (performance.now() - start);
      const seconds = Math.max(0, Math.ceil(left / 1000));
      const time = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
      clock.textContent = left < 0 ? clock.dataset.over : time;
    }
  };
  setInterval(tick, 1000);

  // -- Hearing of changes -------------------------------------------------------------------------------------------

  const open = () => {
    if (gone) return;
    stream?.close();
    heard = performance.now();
    stream = new EventSource(live);
    stream.addEventListener("page", (event) => {
      heard = performance.now();
      lost(false);
      // What was just sent is answered by its own page, which may be older than this one.
      if (busy) missed = true;
      else show(event.data);
    });
    stream.addEventListener("beat", () => {
      heard = performance.now();
      lost(false);
    });
    stream.addEventListener("closed", () => {
      lost(true);
      stream.close();
    });
    stream.addEventListener("over", (event) => over(event.data));
    stream.onerror = () => lost(true);
  };

  // Some filters hold a stream back: then the page is asked for.
  const ask = async () => {
    if (gone) return;
    try {
      const answer = await fetch(location.pathname, { headers: { "x-live": "1" }, cache: "no-store" });
      if (answer.redirected) location.reload();
      else if (answer.ok && !busy) show(await answer.text());
      // The key of this page opens nothing here any more; the page that is loaded says so.
      else if (answer.status === 403) location.reload();
      lost(false);
    } catch {
      lost(true);
    }
  };

  // Phones close a stream without an error while they sleep.
  setInterval(() => {
    const silent = performance.now() - heard > 2.5 * BEAT;
    if (silent) lost(true);
    if (silent || stream?.readyState === EventSource.CLOSED) {
      setTimeout(open, Math.random() * 1000);
      ask();
    }
  }, 5000);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && open());
  addEventListener("pageshow", (event) => event.persisted && open());
  addEventListener("online", open);

  // -- Sending ------------------------------------------------------------------------------------------------------

  // What was sent need not be sent again.
  const settle = (form) => {
    for (const field of form.querySelectorAll("input:not([type=hidden]), select")) {
      theirs.delete(field);
      if (field.localName === "input") field.value = "";
    }
  };

  const send = async (form, button) => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) fields.append(name, value);
    if (button?.name) fields.append(button.name, button.value);
    busy = true;
    button?.setAttribute("aria-busy", "true");
    try {
      const to = button?.hasAttribute("formaction") ? button.formAction : form.action;
      const answer = await fetch(to, { method: "POST", body: fields, headers: { "x-live": "1" } });
      if (answer.redirected) location.assign(answer.url);
      else show(await answer.text());
      if (answer.ok) settle(form);
      lost(false);
    } catch {
      lost(true);
    }
    button?.removeAttribute("aria-busy");
    busy = false;
    const next = queue.shift();
    if (next?.isConnected && !next.disabled) {
      send(next.form, next);
      return;
    }
    queue = [];
    if (missed) {
      missed = false;
      ask();
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("action") === "/language") return;
    event.preventDefault();
    const button = event.submitter;
    if (!busy) send(form, button);
    // Several quick presses of + are several steps; a second press of anything else is a slip.
    else if (button?.closest(".stepper")) queue.push(button);
  });

  // -- Moving people ------------------------------------------------------------------------------------------------

  // A name that is dragged onto a seat is sent like a choice in the form that moves people.
  let dragged = null;
  const under = (event) => (dragged ? event.target.closest?.("[data-place]") : null);
  document.addEventListener("dragstart", (event) => (dragged = event.target.closest?.("[data-person]")?.dataset.person));
  document.addEventListener("dragend", () => (dragged = null));
  document.addEventListener("dragover", (event) => under(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    const place = under(event);
    const form = document.getElementById("move");
    if (!place || !form) return;
    event.preventDefault();
    form.elements.person.value = dragged;
    form.elements.place.value = place.dataset.place;
    // A seat that nobody can take is not among the places.
    if (form.elements.place.value) form.requestSubmit();
  });

  open();
})();
