// Sections by address, and the one live connection that they share.

import { ask, replace } from "./dom.js";
import { today } from "./format.js";
import { overview, sales } from "./views.js";
import { campaigns, offers } from "./offers.js";

const SECTIONS = {
  overview: { title: "Overview", subtitle: today, open: overview },
  sales: { title: "Sales", subtitle: () => "Every payment, from first look to voucher", open: sales },
  offers: { title: "Offers", subtitle: () => "A changed price is on every kiosk within seconds", open: offers },
  campaigns: { title: "Campaigns", subtitle: () => "Slides on the kiosks' attract screen", open: campaigns },
};

let current = null;

function show(moveFocus) {
  const name = location.hash.slice(1) in SECTIONS ? location.hash.slice(1) : "overview";
  const section = SECTIONS[name];
  for (const link of document.querySelectorAll("nav a[data-view]")) {
    if (link.dataset.view === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${section.title} · Guidepost`;
  document.getElementById("title").textContent = section.title;
  document.getElementById("subtitle").textContent = section.subtitle();
  current = section.open();
  replace(document.getElementById("view"), current.node);
  if (moveFocus) document.getElementById("main").focus({ preventScroll: true });
  scrollTo(0, 0);
}

function status(state, text) {
  const node = document.getElementById("live");
  node.dataset.state = state;
  node.querySelector("span").textContent = text;
}

// Of any connection: what happened between two of them has to be asked for.
let opened = false;

function connect() {
  const source = new EventSource("/console/api/live");
  source.addEventListener("open", () => {
    status("live", "Live");
    if (opened) current?.reconnected?.();
    opened = true;
  });
  source.addEventListener("kiosk-event", (message) => current?.event?.(JSON.parse(message.data)));
  source.addEventListener("changed", (message) => current?.changed?.(JSON.parse(message.data).parts));
  source.addEventListener("error", () => {
    status("away", "Backend away, trying again");
    // The browser tries again by itself unless it was refused; then this does, at a random time so that pages come back
    // one by one. A stream does not say why it was refused; who is signed out goes to the sign-in page by this question.
    if (source.readyState !== EventSource.CLOSED) return;
    ask("overview").catch(() => {});
    setTimeout(connect, 3000 + Math.random() * 4000);
  });
}

addEventListener("hashchange", () => show(true));
show(false);
connect();
