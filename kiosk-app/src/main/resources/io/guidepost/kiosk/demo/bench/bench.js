"use strict";
const el = (id) => document.getElementById(id);
const says = el("says");
const calm = says.textContent;
let saysTimer;

function say(text, bad) {
  says.textContent = text;
  says.classList.toggle("bad", Boolean(bad));
  clearTimeout(saysTimer);
  saysTimer = setTimeout(() => { says.textContent = calm; says.classList.remove("bad"); }, 6000);
}

async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}),
    });
    const text = await answer.text();
    if (!answer.ok) say(text || `That did not work (${answer.status}).`, true);
    else if (text) say(text);
  } catch {
    say("The bench does not answer. Is the demo still running?", true);
  }
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/* The screen: each request waits until there is a newer picture. */
async function watchScreen() {
  const screen = el("screen");
  let seen = "";
  for (;;) {
    try {
      const answer = await fetch("screen?since=" + encodeURIComponent(seen), { cache: "no-store" });
      if (answer.status === 200) {
        seen = answer.headers.get("ETag") ?? "";
        const address = URL.createObjectURL(await answer.blob());
        const old = screen.src;
        screen.src = address;
        await screen.decode();
        screen.parentElement.style.setProperty("--ratio", `${screen.naturalWidth} / ${screen.naturalHeight}`);
        if (old) URL.revokeObjectURL(old);
        el("dark").hidden = true;
      } else if (answer.status !== 204) {
        throw new Error("no screen");
      }
    } catch {
      el("dark").hidden = false;
      el("dark").textContent = "The kiosk's screen is away …";
      screen.removeAttribute("src");
      seen = "";
      await pause(800);
    }
  }
}

el("screen").addEventListener("pointerdown", (event) => {
  const box = event.target.getBoundingClientRect();
  const ring = document.createElement("i");
  ring.className = "ring";
  ring.style.left = event.clientX - box.left + "px";
  ring.style.top = event.clientY - box.top + "px";
  event.target.parentElement.append(ring);
  setTimeout(() => ring.remove(), 600);
  post("touch", {
    x: Math.round((event.clientX - box.left) / box.width * event.target.naturalWidth),
    y: Math.round((event.clientY - box.top) / box.height * event.target.naturalHeight),
  });
});

/* The codes. */
async function showCodes() {
  const groups = await (await fetch("codes")).json();
  const all = el("codes");
  all.replaceChildren();
  for (const group of groups) {
    const title = document.createElement("h3");
    title.textContent = group.title;
    const grid = document.createElement("div");
    grid.className = "grid";
    for (const code of group.codes) {
      const button = document.createElement("button");
      button.className = "code " + code.shape;
      const picture = document.createElement("img");
      picture.src = "codes/" + encodeURIComponent(code.id) + ".png";
      picture.alt = "";
      const name = document.createElement("b");
      name.textContent = code.name;
      const note = document.createElement("span");
      note.textContent = code.note;
      button.append(picture, name, note);
      button.addEventListener("click", async () => {
        button.classList.add("held");
        await post("scan", { id: code.id });
        setTimeout(() => button.classList.remove("held"), 500);
      });
      grid.append(button);
    }
    all.append(title, grid);
  }
}

/* The devices: one state document, again by waiting requests. */
function showState(state) {
  el("console").href = state.console;
  el("lcd").textContent = state.terminal.display;
  el("card").disabled = el("bad-card").disabled = !state.terminal.waiting;
  el("paper-out").checked = state.printer.paperOut;
  el("cover-open").checked = state.printer.coverOpen;
  el("presence").checked = state.presence;
  el("scanner").checked = state.scanner.plugged;
  el("lamp").style.background = state.lamp;
  el("lamp").style.boxShadow = state.lamp === "#3b4a48" ? "none" : `0 0 16px 3px ${state.lamp}aa`;
  if (state.printer.paper) el("paper").src = "paper.png?v=" + encodeURIComponent(state.printer.paper);
  else el("paper").removeAttribute("src");
  el("blank").hidden = Boolean(state.printer.paper);
}

async function watchState() {
  let seen = "";
  let codes = false;
  for (;;) {
    try {
      const answer = await fetch("state?since=" + encodeURIComponent(seen), { cache: "no-store" });
      if (answer.status === 200) {
        const state = await answer.json();
        seen = state.version;
        showState(state);
        if (!codes) { await showCodes(); codes = true; }
      }
    } catch {
      say("The bench does not answer. Is the demo still running?", true);
      seen = "";
      codes = false;
      await pause(1500);
    }
  }
}

document.querySelectorAll("[data-terminal]").forEach((b) => b.addEventListener("click", () => post("terminal", { action: b.dataset.terminal })));
el("paper-out").addEventListener("change", (e) => post("printer", { paperOut: e.target.checked }));
el("cover-open").addEventListener("change", (e) => post("printer", { coverOpen: e.target.checked }));
el("tear").addEventListener("click", () => post("printer", { tear: true }));
el("presence").addEventListener("change", (e) => post("presence", { present: e.target.checked }));
el("scanner").addEventListener("change", (e) => post("scanner", { plugged: e.target.checked }));

watchScreen();
watchState();
