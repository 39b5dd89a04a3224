// Offers and campaigns: what head office changes.

import { ask, badge, empty, h, load, replace, svg, toast } from "./dom.js";
import { count, dateAndTime, decimal, money, plain } from "./format.js";

// Offers -------------------------------------------------------------------------------------------------------------

export function offers() {
  const list = h("div", { class: "body" });
  const found = h("p", { class: "quiet", role: "status" });
  const search = h("input", {
    id: "offer-search", type: "search", maxlength: "100", autocomplete: "off", spellcheck: "false",
    placeholder: "Title, brand, merchant, category, id or GTIN",
  });
  const node = h("section", { class: "panel", "aria-label": "Offers" },
    h("div", { class: "panel-head tools" },
      h("label", { class: "hidden", for: "offer-search" }, "Search offers"), search, found),
    list);
  let page = 0;
  let editing = null;
  let missed = false;
  // What somebody is typing is never taken away from under their hands; what came meanwhile is asked for again afterwards.
  const busy = () => {
    if (!editing?.isConnected) return false;
    missed = true;
    return true;
  };
  const onEdit = (editor) => {
    editing = editor;
    if (!editor && missed) draw();
  };
  const draw = () => load(list,
    () => ask(`offers?q=${encodeURIComponent(search.value)}&page=${page}`),
    (answer) => {
      missed = false;
      found.textContent = `${count(answer.total)} ${answer.total === 1 ? "offer" : "offers"}`;
      if (!answer.offers.length) {
        return search.value
          ? empty("Nothing found", "Try fewer words, or a GTIN without spaces.")
          : empty("No offers yet", "Offers appear here as soon as a feed has been imported.");
      }
      return [table(answer.offers, onEdit), pager(answer)];
    }, busy);
  // Who asks for other offers has left an open editor behind.
  const look = () => { editing = null; draw(); };
  const pager = (answer) => {
    const pages = Math.ceil(answer.total / 50);
    if (pages < 2) return null;
    const go = (to) => { page = to; look(); document.getElementById("main").scrollTo(0, 0); };
    return h("nav", { class: "pager", "aria-label": "Pages" },
      h("button", { type: "button", disabled: page === 0, onclick: () => go(page - 1) }, "Previous"),
      h("span", { class: "quiet" }, `Page ${count(page + 1)} of ${count(pages)}`),
      h("button", { type: "button", disabled: page + 1 >= pages, onclick: () => go(page + 1) }, "Next"));
  };
  let soon = 0;
  search.addEventListener("input", () => {
    page = 0;
    clearTimeout(soon);
    soon = setTimeout(look, 200);
  });
  draw();
  return {
    node,
    changed: (parts) => parts.includes("offers") && !busy() && draw(),
    reconnected: () => !busy() && draw(),
  };
}

function table(rows, onEdit) {
  return h("div", { class: "table-wrap" }, h("table", {},
    h("thead", {}, h("tr", {},
      h("th", { scope: "col", class: "c-offer" }, "Offer"), h("th", { scope: "col", class: "c-merchant" }, "Merchant"),
      h("th", { scope: "col", class: "num c-price" }, "Online price"),
      h("th", { scope: "col", class: "num c-member" }, "Member"),
      h("th", { scope: "col", class: "num c-low" }, "30-day lowest"),
      h("th", { scope: "col", class: "c-spark" }, "90 days"),
      h("th", { scope: "col", class: "num" }, "Stock"))),
    h("tbody", {}, rows.map((o) => row(o, onEdit)))));
}

function row(o, onEdit) {
  const price = h("td", { class: "num price" });
  const node = h("tr", {},
    h("td", {}, h("div", { class: "with-thumb" }, thumb(o), h("div", {}, h("strong", {}, o.title),
      h("span", { class: "quiet" }, [o.brand, o.gtin ?? o.id].filter(Boolean).join(" · "))))),
    h("td", {}, o.merchant, h("span", { class: "quiet" }, [o.city, o.category].join(" · "))),
    price,
    h("td", { class: "num" }, o.member ? money(o.member) : "–"),
    h("td", { class: "num" }, o.lowest ? money(o.lowest) : "–", claim(o)),
    h("td", {}, sparkline(o)),
    h("td", { class: "num" }, stock(o)));
  const showPrice = (focus = false) => {
    const button = h("button", {
      type: "button", class: "price-button", title: "Change the price",
      "aria-label": `${money(o.online)}, change the price of ${o.title}`,
      onclick: () => edit(o, price, showPrice, (now) => {
        const fresh = row(now, onEdit);
        fresh.classList.add("fresh");
        node.replaceWith(fresh);
        fresh.querySelector("button").focus();
        onEdit(null);
      }, onEdit),
    }, money(o.online), h("i", { "aria-hidden": "true" }, "✎"));
    replace(price, button);
    if (!focus) return;
    button.focus();
    onEdit(null);
  };
  showPrice();
  return node;
}

/** The offer's first picture; its first letter where there is none. */
function thumb(o) {
  const letter = () => h("span", { class: "thumb", "aria-hidden": "true" }, o.title.charAt(0));
  if (!o.picture) return letter();
  const path = o.picture.split("/").map(encodeURIComponent).join("/");
  const picture = h("img", { class: "thumb", src: `/pictures/${path}`, alt: "", loading: "lazy", width: "40", height: "40" });
  picture.addEventListener("error", () => picture.replaceWith(letter()));
  return picture;
}

/** Whether the merchant's claim stands before the law, and only then what may be shown. */
function claim(o) {
  if (o.discountPercent) return h("span", { class: "quiet" }, `−${count(o.discountPercent)} % claimable`);
  return o.regular && o.regular.minor > o.online.minor
    ? h("span", { class: "quiet warn-text" }, "claim not shown") : null;
}

function stock(o) {
  if (o.stock === undefined || o.stock === null) return h("span", { class: "quiet" }, "by slot");
  if (o.stock === 0) return badge("Sold out", "bad", "×");
  return o.stock <= 5 ? badge(`${count(o.stock)} left`, "wait", "!") : count(o.stock);
}

function edit(o, cell, restore, done, onEdit) {
  const id = `price-${o.id.replace(/[^A-Za-z0-9]/g, "-")}`;
  const error = h("p", { class: "error", id: `${id}-error`, role: "alert" });
  const input = h("input", {
    id, inputmode: "decimal", autocomplete: "off", maxlength: "20", value: decimal(o.online),
    "aria-label": `New price of ${o.title} in ${o.online.currency}`, "aria-describedby": `${id}-error`,
  });
  const publish = h("button", { type: "submit", class: "primary" }, "Publish");
  const form = h("form", {
    class: "price-form", novalidate: true,
    onsubmit: async (e) => {
      e.preventDefault();
      publish.disabled = true;
      try {
        const now = await ask(`offers/${encodeURIComponent(o.id)}/price`,
          { price: plain(input.value), was: o.online.minor });
        done(now);
        toast(`Published: ${now.title} is now ${money(now.online)}.`);
      } catch (failure) {
        input.setAttribute("aria-invalid", "true");
        error.textContent = failure.limit ? `${sentenceCase(failure.limit)}.` : failure.message;
        publish.disabled = false;
        input.focus();
      }
    },
    onkeydown: (e) => { if (e.key === "Escape") restore(true); },
  }, h("div", { class: "price-line" }, input, publish,
    h("button", { type: "button", onclick: () => restore(true) }, "Cancel")), error);
  replace(cell, form);
  onEdit(form);
  input.focus();
  input.select();
}

const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The price of 90 days as steps, since a price holds until the next one. */
function sparkline(o) {
  const width = 120;
  const height = 28;
  const now = Date.now();
  const span = 90 * 86_400_000;
  const points = o.history.map((p) => [Date.parse(p.from), p.online.minor]);
  if (points.length < 2) return h("span", { class: "quiet" }, "steady");
  const prices = points.map((p) => p[1]);
  const low = Math.min(...prices);
  const high = Math.max(...prices);
  const x = (t) => Math.max(0, Math.min(width, width * (1 - (now - t) / span)));
  const y = (p) => (high === low ? height / 2 : 3 + (height - 6) * (1 - (p - low) / (high - low)));
  let path = `M${x(points[0][0]).toFixed(1)} ${y(points[0][1]).toFixed(1)}`;
  for (const [t, p] of points.slice(1)) path += `H${x(t).toFixed(1)}V${y(p).toFixed(1)}`;
  const text = `from ${money({ minor: low, currency: o.online.currency })} to ${money({ minor: high, currency: o.online.currency })}`;
  return svg("svg", { class: "spark", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `90 days, ${text}` },
    svg("title", {}, text), svg("path", { d: `${path}H${width}` }));
}

// Campaigns ----------------------------------------------------------------------------------------------------------

export function campaigns() {
  const list = h("div", { class: "body" });
  const formBox = h("div", { class: "body" });
  const node = h("div", { class: "columns campaigns" },
    h("section", { class: "panel", "aria-label": "Campaigns" },
      h("div", { class: "panel-head" }, h("h2", {}, "Running, coming and past")), list),
    h("section", { class: "panel", "aria-label": "New campaign" },
      h("div", { class: "panel-head" }, h("h2", {}, "New campaign")), formBox));
  const draw = () => load(list, () => ask("campaigns"), (all) => all.length
    ? h("ul", { class: "campaign-list" }, all.map((c) => campaign(c, draw)))
    : empty("No campaign yet", "Publish one: it is on every kiosk of its group within seconds."));
  load(formBox, () => ask("groups"), (groups) => groups.length
    ? campaignForm(groups, draw) : empty("No store group yet", "A campaign is published to a group of kiosks."));
  draw();
  return { node, changed: (parts) => parts.includes("offers") && draw(), reconnected: draw };
}

function campaign(c, redraw) {
  const now = Date.now();
  const past = Date.parse(c.until) <= now;
  const coming = Date.parse(c.from) > now;
  const end = h("button", { type: "button", onclick: async () => {
    end.disabled = true;
    try {
      await ask(`campaigns/${encodeURIComponent(c.id)}/end`, {});
      toast(`Ended: ${c.headline}`);
    } catch (failure) {
      toast(failure.message, true);
    }
    redraw();
  } }, "End now");
  return h("li", { class: past ? "past" : null },
    h("div", { class: "campaign-top" }, h("strong", {}, c.headline),
      past ? badge("Ended", "calm", "–") : coming ? badge("Coming", "wait", "…") : badge("Running", "good", "●")),
    h("p", {}, c.text),
    h("p", { class: "quiet" }, [c.group, c.offerTitle, `${dateAndTime(c.from)} – ${dateAndTime(c.until)}`].filter(Boolean).join(" · ")),
    past ? null : end);
}

const local = (date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

function campaignForm(groups, published) {
  const preview = { headline: h("strong", {}), text: h("p", {}) };
  const choices = h("datalist", { id: "offer-choices" });
  const fields = {
    headline: h("input", { id: "c-headline", maxlength: "80", required: true, autocomplete: "off" }),
    text: h("textarea", { id: "c-text", maxlength: "240", rows: "3", required: true }),
    offer: h("input", { id: "c-offer", list: "offer-choices", maxlength: "100", autocomplete: "off", placeholder: "Type to search" }),
    group: h("select", { id: "c-group" }, groups.map((g) => h("option", { value: g.id }, g.name))),
    from: h("input", { id: "c-from", type: "datetime-local" }),
    until: h("input", { id: "c-until", type: "datetime-local", required: true, value: local(new Date(Date.now() + 7 * 86_400_000)) }),
  };
  const errors = Object.fromEntries(Object.keys(fields).map((name) => [name, h("p", { class: "error", id: `e-${name}`, role: "alert" })]));
  const show = () => {
    preview.headline.textContent = fields.headline.value || "Headline";
    preview.text.textContent = fields.text.value || "A sentence or two that makes people stop.";
  };
  fields.headline.addEventListener("input", show);
  fields.text.addEventListener("input", show);
  let soon = 0;
  fields.offer.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(async () => {
      try {
        const answer = await ask(`offers?q=${encodeURIComponent(fields.offer.value)}`);
        replace(choices, answer.offers.slice(0, 20).map((o) => h("option", { value: o.id }, `${o.title} · ${o.merchant}`)));
      } catch {
        replace(choices);
      }
    }, 200);
  });
  const publish = h("button", { type: "submit", class: "primary" }, "Publish to kiosks");
  const field = (name, label, hint) => {
    fields[name].setAttribute("aria-describedby", `e-${name}`);
    return h("div", { class: "field" }, h("label", { for: `c-${name}` }, label, hint ? h("span", { class: "quiet" }, ` ${hint}`) : null),
      fields[name], errors[name]);
  };
  const form = h("form", { class: "campaign-form", novalidate: true, onsubmit: async (e) => {
    e.preventDefault();
    Object.entries(errors).forEach(([name, node]) => { node.textContent = ""; fields[name].removeAttribute("aria-invalid"); });
    publish.disabled = true;
    const iso = (value) => (value ? new Date(value).toISOString() : undefined);
    try {
      await ask("campaigns", {
        group: fields.group.value, headline: fields.headline.value, text: fields.text.value,
        offer: fields.offer.value || undefined, from: iso(fields.from.value), until: iso(fields.until.value),
      });
      toast(`Published: ${fields.headline.value}`);
      form.reset();
      fields.until.value = local(new Date(Date.now() + 7 * 86_400_000));
      show();
      published();
    } catch (failure) {
      const node = errors[failure.field];
      if (node) {
        node.textContent = `${sentenceCase(failure.limit)}.`;
        fields[failure.field].setAttribute("aria-invalid", "true");
        fields[failure.field].focus();
      } else {
        toast(failure.message, true);
      }
    } finally {
      publish.disabled = false;
    }
  } },
    h("div", { class: "slide", "aria-hidden": "true" }, preview.headline, preview.text),
    field("headline", "Headline", "up to 80 characters"),
    field("text", "Text", "up to 240 characters"),
    field("offer", "Offer that a touch opens", "optional"), choices,
    field("group", "Store group"),
    h("div", { class: "pair" }, field("from", "From", "empty: now"), field("until", "Until")),
    publish);
  show();
  return form;
}
