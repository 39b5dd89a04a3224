// Builds the page from text nodes only: nothing that comes from a feed or a person is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element. Attributes: class, on… as listeners, booleans; children: nodes, texts, lists, null. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  append(node, children);
  return node;
}

export function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

export function replace(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

/** A refusal of the backend, with the field and the limit it named. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.error ?? `The backend answered ${status}.`);
    this.status = status;
    this.field = body.field;
    this.limit = body.limit;
  }
}

/** Asks the backend; gives up after ten seconds. */
export async function ask(path, body) {
  const request = { signal: AbortSignal.timeout(10_000), headers: { Accept: "application/json" } };
  if (body !== undefined) {
    request.method = "POST";
    request.headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(`/console/api/${path}`, request);
  } catch {
    throw new Error("The backend cannot be reached.");
  }
  if (response.status === 401) {
    location.assign("/console");
    throw new Error("Signed out.");
  }
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    throw new Error("The backend gave an answer that is no JSON.");
  }
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

const asked = new WeakMap();

/**
 * Shows what loading gives; on failure says so and offers to try again. Answers may come in another order than they were
 * asked for: only the newest question's is shown, and none while `busy` says that somebody works in the box.
 */
export async function load(box, fetchData, draw, busy = () => false) {
  const mine = (asked.get(box) ?? 0) + 1;
  asked.set(box, mine);
  const isOld = () => asked.get(box) !== mine;
  if (!box.hasChildNodes()) replace(box, h("p", { class: "quiet" }, "Loading…"));
  box.setAttribute("aria-busy", "true");
  try {
    const data = await fetchData();
    if (!isOld() && !busy()) replace(box, draw(data));
  } catch (failure) {
    if (!isOld() && !busy()) replace(box, h("div", { class: "notice", role: "alert" },
      h("p", {}, failure.message),
      h("button", { type: "button", onclick: () => load(box, fetchData, draw, busy) }, "Try again")));
  } finally {
    if (!isOld()) box.removeAttribute("aria-busy");
  }
}

export function empty(title, text) {
  return h("div", { class: "empty" }, h("strong", {}, title), h("p", {}, text));
}

export function badge(text, tone, sign) {
  return h("span", { class: `badge ${tone}` }, h("i", { "aria-hidden": "true" }, sign), text);
}

export function fact(name, value, warn = false) {
  return h("span", { class: warn ? "fact warn" : "fact" }, h("span", {}, name), " ", value);
}

export function toast(text, bad = false) {
  const node = h("p", { class: bad ? "toast bad" : "toast" }, text);
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), 6000);
}
