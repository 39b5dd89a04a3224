// A kiosk's devices: how each stands for everybody, what that rests on for who unfolds it.

import { ask, badge, empty, fact, h, load } from "./dom.js";
import { ago, count, words } from "./format.js";

const STATES = {
  READY: ["Ready", "good", "✓"],
  DEGRADED: ["Needs a look", "wait", "!"],
  FAULT: ["Does not work", "bad", "!"],
  CONNECTING: ["Connecting", "wait", "…"],
  DISCONNECTED: ["Not connected", "bad", "!"],
};

const VERDICTS = { GOOD: ["good", "✓"], BAD: ["bad", "!"], UNKNOWN: ["unknown", "?"] };
const LEVELS = { driver: "Program", link: "Cable or line", selfTest: "Device itself" };
const RENEW_MILLIS = 15_000;

/** Kiosks whose devices are unfolded: a list that is drawn anew leaves them so. */
const unfolded = new Set();

export function devices(kiosk) {
  const all = Object.entries(kiosk.devices);
  if (!all.length) return null;
  return [
    h("ul", { class: "devices", "aria-label": "Devices" },
      all.map(([name, status]) => (kiosk.online ? pill(name, status, kiosk.reasons[name]) : last(name, status)))),
    details(kiosk.id),
  ];
}

function pill(name, status, reason) {
  const ready = status === "READY";
  return h("li", { class: ready ? "good" : "bad" },
    h("i", { "aria-hidden": "true" }, ready ? "✓" : "!"), `${name} `,
    h("span", {}, reason ? `${words(status)}: ${reason}` : words(status)));
}

/** Nobody knows how the devices of a kiosk stand that is offline. */
function last(name, status) {
  return h("li", {}, `${name} `, h("span", {}, `last ${words(status)}`));
}

function details(kiosk) {
  const box = h("div", { class: "device-details" });
  const draw = () => load(box, () => ask(`kiosks/${kiosk}/devices`).catch(none), reported);
  const node = h("details", {
    open: unfolded.has(kiosk),
    ontoggle: () => {
      if (!node.open) {
        unfolded.delete(kiosk);
        return;
      }
      unfolded.add(kiosk);
      draw();
      const timer = setInterval(() => (node.open && node.isConnected ? draw() : clearInterval(timer)), RENEW_MILLIS);
    },
  }, h("summary", {}, "Devices in detail"), box);
  return node;
}

/** A kiosk that has not reported yet is no failure. */
function none(failure) {
  if (failure.status === 404) return null;
  throw failure;
}

function reported(report) {
  if (!report) return empty("No report yet", "A kiosk reports its devices each minute while it is online.");
  return [
    h("ul", { class: "device-list" }, report.devices.map(device)),
    report.omitted ? h("p", { class: "quiet" }, `${count(report.omitted)} more devices are not shown.`) : null,
    h("p", { class: "quiet" }, `Reported ${ago(report.receivedAt)}, report ${count(report.seq)} since the kiosk's start. `,
      report.missed ? h("span", { class: "warn-text missed" },
        `${count(report.missed)} missing, the last ${ago(report.gapAt)}.`) : "None is missing."),
  ];
}

function device(d) {
  const [text, tone, sign] = STATES[d.status.state] ?? [words(d.status.state), "calm", "·"];
  const counters = Object.entries(d.counters.values).toSorted(([a], [b]) => a.localeCompare(b));
  return h("li", {},
    h("div", { class: "kiosk-top" }, h("strong", {}, d.name), badge(text, tone, sign),
      d.status.reason ? h("span", { class: "reason" }, d.status.reason) : null,
      h("span", { class: "quiet push" }, `since ${ago(d.status.since)}`)),
    h("p", { class: "quiet" }, [words(d.kind), d.driver, ...Object.values(d.identity)].filter(Boolean).join(" · ")),
    h("dl", { class: "evidence" }, Object.entries(LEVELS).map(([level, name]) => evidence(name, d.health[level]))),
    counters.length ? h("p", { class: "facts counters" },
      counters.map(([name, n]) => fact(words(name), count(n))),
      d.counters.omitted ? fact("more", count(d.counters.omitted)) : null) : null);
}

function evidence(name, { verdict, what, at }) {
  const [tone, sign] = VERDICTS[verdict] ?? VERDICTS.UNKNOWN;
  return h("div", { class: tone }, h("dt", {}, name),
    h("dd", {}, h("i", { "aria-label": words(verdict) }, sign), what, at ? h("span", { class: "quiet" }, ` ${ago(at)}`) : null));
}
