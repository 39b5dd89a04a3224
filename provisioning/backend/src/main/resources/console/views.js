// Overview and sales: what the fleet does and what it sold.

import { devices } from "./devices.js";
import { ask, badge, empty, fact, h, load, replace } from "./dom.js";
import { ago, bytes, count, dateAndTime, money, span, time, words } from "./format.js";

const STATES = {
  OPENED: ["At the terminal", "wait", "…"],
  CAPTURED: ["Paid", "good", "✓"],
  NOT_TAKEN: ["Not paid", "calm", "–"],
  UNKNOWN: ["Outcome unknown", "bad", "?"],
  REFUND_DUE: ["Refund due", "bad", "↩"],
  REFUNDED: ["Refunded", "calm", "↩"],
};

const STEPS = {
  LOOK: "First look", HELD: "Held", OPENED: "Payment opened", CAPTURED: "Paid", NOT_TAKEN: "Not paid",
  UNKNOWN: "Outcome unknown", REFUND_DUE: "Refund due", REFUNDED: "Refunded", BOOKED: "Booked", VOUCHER: "Voucher",
};

const HOW = { SCAN: "by scan", BROWSE: "by browsing", CAMPAIGN: "from a campaign" };

// Overview -----------------------------------------------------------------------------------------------------------

export function overview() {
  const tiles = h("div", { class: "tiles" });
  const kiosks = h("div", { class: "body" });
  const sales = h("div", { class: "body" });
  const events = h("div", { class: "body scroll", tabindex: "0", "aria-label": "Live events" });
  const node = h("div", { class: "overview" },
    tiles,
    h("div", { class: "columns" },
      h("div", { class: "stack" },
        panel("Kiosks", null, kiosks),
        panel("Latest sales", h("a", { href: "#sales" }, "All sales"), sales)),
      panel("Live events", null, events, "events")));
  const stream = eventList(events);
  const refresh = {
    kiosks: () => load(kiosks, () => ask("kiosks"), kioskList),
    sales: () => load(sales, () => ask("sales"), (page) => latestSales(page.sales.slice(0, 5))),
    tiles: () => load(tiles, () => ask("overview"), drawTiles),
    events: () => stream.reload(),
  };
  Object.values(refresh).forEach((draw) => draw());
  let tilesSoon = 0;
  return {
    node,
    event: (e) => {
      stream.add(e);
      clearTimeout(tilesSoon);
      tilesSoon = setTimeout(refresh.tiles, 800);
    },
    changed: (parts) => {
      if (parts.includes("kiosks")) refresh.kiosks();
      if (parts.includes("sales")) refresh.sales();
      refresh.tiles();
    },
    reconnected: () => Object.values(refresh).forEach((draw) => draw()),
  };
}

function panel(title, action, body, extra = "") {
  return h("section", { class: `panel ${extra}`, "aria-label": title },
    h("div", { class: "panel-head" }, h("h2", {}, title), action), body);
}

function drawTiles(o) {
  const takings = o.takings.length ? o.takings.map(money).join(" + ") : "No takings yet";
  const open = o.unsure + o.refusedMoney + o.refusedMessages;
  const waiting = [
    [o.refusedMoney, "refused reports of money or stock"], [o.unsure, "payments"], [o.refusedMessages, "messages"],
  ].filter(([n]) => n > 0).map(([n, what]) => `${count(n)} ${what}`).join(", ");
  return [
    tile("Kiosks online", `${count(o.online)} / ${count(o.kiosks)}`,
      o.online === o.kiosks ? "All connected" : `${count(o.kiosks - o.online)} offline`),
    tile("Sales today", count(o.sales), takings),
    tile("Customers today", count(o.sessions), `${count(o.looks)} offers looked at`),
    tile("Needs attention", count(open),
      open === 0 ? "Nothing is waiting" : waiting, open > 0),
  ];
}

function tile(label, value, note, warn = false) {
  return h("section", { class: warn ? "tile warn" : "tile" },
    h("h2", {}, label), h("p", { class: "figure" }, value), h("p", { class: "quiet" }, note));
}

function kioskList(kiosks) {
  if (!kiosks.length) {
    return empty("No kiosk yet", "A kiosk appears here as soon as it has been enrolled.");
  }
  const sorted = kiosks.toSorted((a, b) => Number(b.online) - Number(a.online) || a.id.localeCompare(b.id));
  return h("ul", { class: "kiosks" }, sorted.map((k) => h("li", {},
    h("div", { class: "kiosk-top" },
      h("strong", {}, k.id),
      k.online ? badge("Online", "good", "●") : badge("Offline", "calm", "○"),
      h("span", { class: "quiet push" }, k.since ? `since ${ago(k.since)}` : "never connected")),
    h("p", { class: "facts" },
      fact("Group", k.group),
      k.app ? [fact("Version", k.app), fact("Catalogue", count(k.catalogueVersion)),
        fact("Outbox", count(k.outbox), k.outbox > 0)] : null,
      k.diskFreeBytes ? fact("Disk free", bytes(k.diskFreeBytes)) : null),
    devices(k))));
}

function latestSales(sales) {
  if (!sales.length) return empty("No sale yet", "The first payment at a kiosk appears here at once.");
  return h("ul", { class: "latest" }, sales.map((s) => h("li", {},
    h("div", {}, h("strong", {}, s.title ?? "Unmatched payment"),
      h("span", { class: "quiet" }, [s.merchant, s.kiosk].filter(Boolean).join(" · "))),
    state(s),
    h("span", { class: "amount" }, money(s.amount)),
    h("span", { class: "quiet when" }, lastStep(s)))));
}

const lastStep = (s) => time(s.timeline.at(-1).at);

// Live events --------------------------------------------------------------------------------------------------------

const MOST_EVENTS = 100;

function eventList(box) {
  const list = h("ol", { class: "event-list" });
  const known = new Set();
  const show = (e, fresh) => {
    if (known.has(e.id)) return;
    known.add(e.id);
    if (!list.isConnected) replace(box, list);
    list.prepend(h("li", { class: fresh ? "fresh" : null },
      time(e.receivedAt),
      h("div", {}, h("p", {}, sentence(e)), h("span", { class: "quiet" }, e.kiosk))));
    while (list.childElementCount > MOST_EVENTS) list.lastElementChild.remove();
    if (known.size > 5000) known.clear();
  };
  return {
    add: (e) => show(e, true),
    reload: () => load(box, () => ask("events"), (events) => {
      if (list.hasChildNodes()) {
        queueMicrotask(() => events.forEach((e) => show(e, true)));
        return list;
      }
      if (!events.length) return empty("Quiet so far", "Scans, looks and payments appear here the moment they happen.");
      events.forEach((e) => show(e, false));
      return list;
    }),
  };
}

/** One event in words; type and texts come from kiosks, so they are only ever texts. */
function sentence(e) {
  const title = e.title ? h("strong", {}, e.title) : e.offer ? h("strong", {}, e.offer) : "an offer";
  switch (e.type) {
    case "session-started": return "A customer woke the kiosk";
    case "offer-viewed": return [title, ` looked at ${HOW[e.note] ?? ""}`];
    case "scan-refused": return `A code was refused: ${words(e.note ?? "no reason")}`;
    case "member-identified": return "A member was greeted";
    case "payment-captured": return ["Paid ", h("strong", {}, e.amount ? money(e.amount) : "")];
    case "payment-not-taken": return `Not paid: ${words(e.note ?? "no reason")}`;
    case "payment-unknown": return ["Payment outcome unknown ", e.amount ? h("strong", {}, money(e.amount)) : null];
    case "voucher-printed": return e.note === "COPY" ? "A voucher was printed again as COPY" : "A voucher was printed";
    case "stock-restocked": return [title, ` restocked by ${count(e.units ?? 0)} units`];
    case "session-ended": return `The session ended: ${words(e.note ?? "")}`;
    case "campaign-shown": return ["Campaign ", h("strong", {}, e.note ?? ""), " was shown"];
    default: return e.type;
  }
}

// Sales --------------------------------------------------------------------------------------------------------------

export function sales() {
  const list = h("div", { class: "body" });
  const node = h("section", { class: "panel", "aria-label": "Sales" }, list);
  const draw = () => load(list, () => ask("sales"), (page) => {
    if (!page.sales.length) return empty("No sale yet", "The first payment at a kiosk appears here at once.");
    const rows = h("ul", { class: "sales" }, page.sales.map(saleRow));
    return [rows, page.more ? olderButton(rows, page.sales.at(-1)) : null];
  });
  draw();
  return { node, changed: (parts) => parts.includes("sales") && draw(), reconnected: draw };
}

function olderButton(rows, last) {
  const opened = last.timeline.find((s) => s.what === "OPENED").at;
  const button = h("button", { type: "button", class: "older", onclick: async () => {
    button.disabled = true;
    try {
      const page = await ask(`sales?before=${encodeURIComponent(opened)}`);
      rows.append(...page.sales.map(saleRow));
      button.replaceWith(...(page.more ? [olderButton(rows, page.sales.at(-1))] : []));
    } catch (failure) {
      button.disabled = false;
      button.textContent = `${failure.message} Try again`;
    }
  } }, "Show older sales");
  return button;
}

function state(s) {
  const [text, tone, sign] = STATES[s.state] ?? [s.state, "calm", "·"];
  return badge(text, tone, sign);
}

function saleRow(s) {
  return h("li", { class: "sale" },
    h("div", { class: "sale-top" },
      h("div", { class: "what" },
        h("strong", {}, s.title ?? "Payment without a booking"),
        h("span", { class: "quiet" },
          [s.merchant, s.quantity > 1 ? `${count(s.quantity)} pieces` : null,
            s.slot ? `for ${dateAndTime(s.slot)}` : null].filter(Boolean).join(" · "))),
      cell("Kiosk", s.kiosk),
      cell("Member", s.member ? `${s.member.maskedName} · ${s.member.tier}` : "–"),
      cell("Voucher", s.voucher ? voucher(s.voucher) : "–"),
      h("div", { class: "pay" }, h("span", { class: "amount" }, money(s.amount)), state(s))),
    h("ol", { class: "timeline", "aria-label": "From first look to voucher" }, s.timeline.map((step, i) =>
      h("li", { class: `step ${step.what.toLowerCase()}` },
        h("span", { class: "name" }, STEPS[step.what] ?? step.what, step.note ? ` ${HOW[step.note] ?? ""}` : ""),
        time(step.at),
        i > 0 && Date.parse(step.at) - Date.parse(s.timeline[i - 1].at) >= 1000 ? h("span", { class: "gap" }, `+${span(s.timeline[i - 1].at, step.at)}`) : null))));
}

function voucher(v) {
  const prints = v.printed || v.copies
    ? `printed${v.copies ? `, ${count(v.copies)} ${v.copies === 1 ? "copy" : "copies"}` : ""}` : "not printed";
  return [h("code", {}, v.reference), ` ${prints}`];
}

function cell(label, value) {
  return h("div", { class: "cell" }, h("span", { class: "quiet" }, label), h("span", {}, value));
}
