// Numbers, money and times in the reader's own locale.

import { h } from "./dom.js";

const locales = navigator.languages;
const counts = new Intl.NumberFormat(locales);
const clock = new Intl.DateTimeFormat(locales, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = new Intl.DateTimeFormat(locales, { day: "numeric", month: "short" });
const whole = new Intl.DateTimeFormat(locales, { dateStyle: "medium", timeStyle: "medium" });
const short = new Intl.DateTimeFormat(locales, { dateStyle: "medium", timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat(locales, { numeric: "auto", style: "short" });

/** A name out of a program, for people. */
export const words = (text) => text.toLowerCase().replaceAll("_", " ").replaceAll("-", " ");

export const count = (n) => counts.format(n);

const moneyFormats = new Map();

function moneyFormat(currency) {
  if (!moneyFormats.has(currency)) {
    moneyFormats.set(currency, new Intl.NumberFormat(locales, { style: "currency", currency }));
  }
  return moneyFormats.get(currency);
}

const digits = (currency) => moneyFormat(currency).resolvedOptions().maximumFractionDigits;

export function money(m) {
  return moneyFormat(m.currency).format(m.minor / 10 ** digits(m.currency));
}

/** For typing: digits and a point, as the backend reads it. */
export function decimal(m) {
  return (m.minor / 10 ** digits(m.currency)).toFixed(digits(m.currency));
}

/** What a person typed, in their own way of writing decimals, as the backend reads it. */
export function plain(text) {
  const typed = text.trim().replace(/[\s\u00a0\u202f]/g, "");
  return /^[0-9]+,[0-9]{1,3}$/.test(typed) && !typed.includes(".") ? typed.replace(",", ".") : typed;
}

/** The time today, else day and time; the whole of it on hover and for machines. */
export function time(iso) {
  const at = new Date(iso);
  const today = new Date().toDateString() === at.toDateString();
  const text = today ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`;
  return h("time", { datetime: iso, title: whole.format(at) }, text);
}

export const dateAndTime = (iso) => short.format(new Date(iso));
export const today = () => new Intl.DateTimeFormat(locales, { dateStyle: "full" }).format(new Date());

export function ago(iso) {
  const seconds = (Date.parse(iso) - Date.now()) / 1000;
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(Math.round(seconds), "second");
  if (size < 3600) return relative.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), "hour");
  return relative.format(Math.round(seconds / 86_400), "day");
}

/** How long from one moment to the next, such as 1 min 20 s. */
export function span(fromIso, toIso) {
  const seconds = Math.max(0, Math.round((Date.parse(toIso) - Date.parse(fromIso)) / 1000));
  if (seconds < 60) return `${count(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${count(minutes)} min ${count(seconds % 60)} s` : `${count(minutes)} min`;
  return `${count(Math.floor(minutes / 60))} h ${count(minutes % 60)} min`;
}

export function bytes(n) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let size = n;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${new Intl.NumberFormat(locales, { maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)} ${units[unit]}`;
}
