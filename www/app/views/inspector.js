import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { KIND_OF, asideCount, claim, counted, findingOf, inHeadline, listed, speakerName } from "../findings.js";
import { meaning, shortValue } from "../format.js";
import { number } from "../numbers.js";
import { detail as detailWords, kinds, lists, review } from "../strings.js";
import { checksList } from "./checks.js";
import { editView } from "../review/form.js";
import { detailView, unsaid } from "./detail.js";
import { groupOf, rowsOf } from "./listing.js";
import { capital, kbd } from "./parts.js";
import { tally } from "./rail.js";

/** @import { DateMention, Figure, Quote } from "../../../src/api.d.ts" */
/** @import { TemplateResult } from "../../vendor/lit-html/lit-html.js" */
/** @import { Actions } from "../actions.js" */
/** @import { Article, Aside, Kind, State, Tab } from "../types.d.ts" */

/** Rows of a list shown at once; a longer list is shown in parts, so that it costs no more than a short one. */
const ROWS = 200;
/** What was said is shown to this length; the whole stands in the text. */
const SAID = 160;

/** @param {Article} article @param {Figure} figure */
function figureCells({ analysis, text }, figure) {
  const quote = claim(analysis, figure);
  const who = quote && speakerName(text, quote);
  return {
    first: html`<td class="num">${shortValue(figure)}</td>`,
    button: html`<bdi>${counted(text, figure) || (figure.kind === "count" ? figure.text : detailWords.figureShort[figure.kind])}</bdi>`,
    rest: html`<td class=${who ? nothing : "soft"}><bdi>${who ?? (inHeadline(analysis, figure) ? lists.headline : lists.notSaid)}</bdi></td>`,
  };
}

/** @param {Article} article @param {Quote} quote */
function quoteCells({ analysis, text }, quote) {
  const firstTime = analysis.quotes.find(({ speaker_id }) => speaker_id === quote.speaker_id) === quote;
  const speaker = analysis.speakers.find(({ id }) => id === quote.speaker_id);
  const said = quote.content.map((pair) => text.slice(...pair)).join(" … ");
  const shown = said.length > SAID ? `${said.slice(0, said.lastIndexOf(" ", SAID))}…` : said;
  const who = speakerName(text, quote);
  const about = firstTime && speaker ? speaker.role ?? (speaker.kind === "person" ? null : detailWords.speaker[speaker.kind]) : null;
  return {
    first: nothing,
    button: who ? html`<b><bdi>${capital(who)}</bdi></b>` : html`<span class="soft">${lists.notSaid}</span>`,
    rest: html`<td><q><bdi>${shown}</bdi></q></td><td>${unsaid(quote) ?? detailWords.quote[quote.kind]}</td>`,
    note: html`${about ? html`<br><span class="soft"><bdi>${about}</bdi></span>` : nothing}${firstTime && speaker?.anonymous
      ? html`<br><span class="alert">${lists.notNamed}</span>` : nothing}`,
  };
}

/** @param {Article} article @param {DateMention} date */
function dateCells({ analysis }, date) {
  const means = meaning(date, "short");
  const from = means === null ? (analysis.published ? "" : lists.noPublication) : lists.from[date.anchor ?? "none"];
  return {
    first: nothing,
    button: html`<bdi>${date.text}</bdi>`,
    rest: html`<td>${means ?? html`<span class="alert">${lists.unresolved}</span>`}</td><td class="soft">${from}</td>`,
  };
}

/** @typedef {{ first: unknown, button: unknown, rest: unknown, note?: unknown }} Cells */

/** What does not change while an article is open, kept by finding. @type {WeakMap<object, Cells>} */
const kept = new WeakMap();

/** @template {object} T @param {T} item @param {(item: T) => Cells} make */
function keep(item, make) {
  const cells = kept.get(item) ?? make(item);
  kept.set(item, cells);
  return cells;
}

/** @param {{ id: string, review?: "accepted" | "changed" | "added" }} item @param {Cells} cells @param {State} state @param {Actions} act */
function row({ id, review: by }, { first, button, rest, note = nothing }, state, act) {
  const now = id === state.finding;
  return html`<tr class=${now ? "now" : nothing} data-id=${id} data-by=${by ? "reader" : nothing}>${state.picked === null ? nothing : html`<td><input type="checkbox"
    aria-label=${lists.selectOne} .checked=${state.picked.has(id)} @change=${() => act.pick(id)}></td>`}${first}<td><button type="button"
    aria-current=${now ? "true" : nothing} @click=${() => act.go(id)}>${button}</button>${by ? html` <span class="by">${review.by[by]}</span>` : nothing}${note}</td>${rest}</tr>`;
}

/** A heading that sorts by its column: upwards, downwards, in the order of the text. @param {Exclude<Tab, "checks">} tab @param {number} column @param {State} state @param {Actions} act */
function columnHead(tab, column, { sort }, act) {
  const order = sort?.tab === tab && sort.column === column ? (sort.down ? "descending" : "ascending") : null;
  return html`<th class=${tab === "figures" && column === 0 ? "num" : column === 2 ? "src" : nothing} scope="col" aria-sort=${order ?? nothing}><button type="button"
    @click=${() => act.sort(tab, column)}>${lists.columns[tab][column]}${order ? html`<span aria-hidden="true"> ${order === "ascending" ? "↑" : "↓"}</span>` : nothing}</button></th>`;
}

/** The part of a long list that holds the open finding. @param {{ id: string }[]} items @param {State} state @param {Tab} tab */
function windowOf(items, { finding, page }, tab) {
  const place = items.findIndex(({ id }) => id === finding);
  const part = page?.tab === tab ? page.part : Math.max(0, Math.floor(place / ROWS));
  const from = Math.min(part, Math.floor(Math.max(0, items.length - 1) / ROWS)) * ROWS;
  return { from, to: Math.min(items.length, from + ROWS), part: from / ROWS };
}

/** @param {Tab} tab @param {{ id: string }[]} items @param {{ from: number, to: number, part: number }} shown @param {Actions} act */
const pager = (tab, items, { from, to, part }, act) => html`
  <p class="row pager">
    <button class="link" type="button" ?disabled=${from === 0} @click=${() => act.page(tab, part - 1)}>${lists.earlier}</button>
    <span class="soft">${lists.window(from + 1, to, items.length)}</span>
    <button class="link" type="button" ?disabled=${to === items.length} @click=${() => act.page(tab, part + 1)}>${lists.later}</button>
  </p>`;

/**
 * The part of a list that is shown, with the way to its other parts.
 * @template {{ id: string }} T
 * @param {Tab} tab @param {T[]} items @param {(shown: T[]) => TemplateResult} view
 * @param {State} state @param {Actions} act
 */
function inParts(tab, items, view, state, act) {
  if (!items.length) return html`<p class="none soft">${lists.none[tab]}</p>`;
  const shown = windowOf(items, state, tab);
  return html`${view(items.slice(shown.from, shown.to))}${items.length > ROWS ? pager(tab, items, shown, act) : nothing}`;
}

/**
 * @template {{ id: string, sure: number, review?: "accepted" | "changed" | "added" }} T
 * @param {Exclude<Tab, "checks">} tab @param {T[]} items @param {(item: T) => Cells} cells @param {Article} article
 * @param {State} state @param {Actions} act
 */
function list(tab, items, cells, article, state, act) {
  const rows = rowsOf(tab, items, article, state);
  if (items.length && !rows.length) return nothingFound(act);
  const columns = state.picked === null ? 3 : 4;
  const heading = (/** @type {T} */ item, /** @type {T | undefined} */ before) => {
    const group = groupOf(tab, article, item, state);
    return group === null || (before && groupOf(tab, article, before, state) === group) ? nothing
      : html`<tr class="group"><th colspan=${columns} scope="rowgroup"><bdi>${capital(String(group))}</bdi></th></tr>`;
  };
  return inParts(tab, rows, (shown) => html`
    <table class="list" data-list=${tab}>
      <caption class="vh">${lists.caption[tab]}</caption>
      <thead><tr>${state.picked === null ? nothing : html`<td></td>`}${[0, 1, 2].map((column) => columnHead(tab, column, state, act))}</tr></thead>
      <tbody>${repeat(shown, ({ id }) => id, (item, i) => html`${heading(item, shown[i - 1])}${row(item, keep(item, cells), state, act)}`)}</tbody>
    </table>`, state, act);
}

/** @param {Actions} act */
const nothingFound = (act) => html`<p class="none soft">${lists.nothingFound} <button class="link" type="button" @click=${act.findAll}>${lists.clear}</button></p>`;

/** What narrows a list, and what can be done with its rows. @param {Tab} tab @param {{ id: string }[]} rows @param {State} state @param {Actions} act */
const finder = (tab, rows, { find, only, picked }, act) => html`<div class="filter row">
  <input class="field" type="search" id="find-${tab}" aria-label=${lists.find[tab]} placeholder=${lists.find[tab]} .value=${find} @input=${act.find}>
  <select class="btn" aria-label=${lists.only} @change=${act.only}>${Object.entries(lists.onlyWhich).map(([value, label]) => html`<option value=${value}
    ?selected=${value === only}>${label}</option>`)}</select>
  ${tab === "checks" ? nothing : picked === null ? html`<button class="btn" data-look="quiet" type="button" @click=${act.pickSome}>${lists.select}</button>`
    : html`<button class="btn" type="button" ?disabled=${!picked.size} @click=${() => act.copyPicked(rows)}>${lists.copy(picked.size)}</button>
      <button class="btn" data-look="quiet" type="button" @click=${() => act.pickAll(rows)}>${lists.selectAll}</button>
      <button class="btn" data-look="quiet" type="button" @click=${act.pickSome}>${lists.selectEnd}</button>`}
</div>`;

/**
 * A list of figures or dates, and above it the switch of those that stand aside, if there are any.
 * @template {Figure | DateMention} T
 * @param {{ tab: "figures" | "dates", kind: "figure" | "date", aside: Aside, key: string }} what @param {T[]} items
 * @param {(item: T) => Cells} cells @param {Article} article @param {State} state @param {Actions} act
 */
function withAside({ tab, kind, aside, key }, items, cells, article, state, act) {
  const beside = asideCount(article.analysis, kind);
  const shown = !state.hidden.has(aside);
  return html`
    ${beside ? html`<p class="filter"><button class="btn" data-look="quiet" type="button" aria-pressed=${shown} @click=${() => act.toggle(aside)}>${
      kbd(key)} <span class="as" data-kind=${kind} data-aside=${aside}>${lists.aside[aside]}</span> ${number(beside)}</button></p>` : nothing}
    ${beside && !items.length ? html`<p class="none soft">${lists.onlyAside[aside]}</p>` : list(tab, items, cells, article, state, act)}`;
}

/** @param {Article} article @param {State} state @param {Actions} act */
const figuresList = (article, state, act) => withAside({ tab: "figures", kind: "figure", aside: "ordinal", key: "O" },
  listed(article.analysis, "figure", state.hidden), (figure) => figureCells(article, figure), article, state, act);

/** @param {Article} article @param {State} state @param {Actions} act */
const datesList = (article, state, act) => withAside({ tab: "dates", kind: "date", aside: "vague", key: "V" },
  listed(article.analysis, "date", state.hidden), (date) => dateCells(article, date), article, state, act);

/** @param {Tab} tab @param {Article} article @param {State} state @param {Actions} act @returns {TemplateResult} */
function listOf(tab, article, state, act) {
  const { quotes, checks } = article.analysis;
  if (tab === "figures") return figuresList(article, state, act);
  if (tab === "dates") return datesList(article, state, act);
  if (tab === "checks") {
    const rows = rowsOf(tab, checks, article, state);
    return checks.length && !rows.length ? nothingFound(act) : inParts(tab, rows, (shown) => checksList(article, shown, state, act), state, act);
  }
  return list(tab, quotes, (quote) => quoteCells(article, quote), article, state, act);
}

/** @param {Kind} kind @param {Article} article @param {State} state @param {Actions} act */
function tabButton(kind, article, state, act) {
  const { tab, name } = kinds[kind];
  const selected = state.tab === tab;
  return html`<button role="tab" type="button" id="tab-${tab}" aria-selected=${selected} aria-controls=${tab}
    tabindex=${selected ? nothing : "-1"} @click=${() => act.tab(tab)}>${name} <small>${number(tally(article, kind, state.hidden))}</small></button>`;
}

/** Beyond so many rows, or when it is used, a list can be searched. */
const MANY = 8;

/** @param {Tab} tab @param {Article} article @param {State} state @param {Actions} act */
function panel(tab, article, state, act) {
  const { analysis } = article;
  const items = { figures: listed(analysis, "figure", state.hidden), speakers: analysis.quotes, dates: listed(analysis, "date", state.hidden), checks: analysis.checks }[tab];
  const used = state.find !== "" || state.only !== "" || state.picked !== null;
  return html`${state.tab === tab && (items.length >= MANY || used) ? finder(tab, rowsOf(tab, /** @type {any[]} */ (items), article, state), state, act) : nothing}${listOf(tab, article, state, act)}`;
}

/** What the reader took out, to be put back. @param {Article} article @param {Kind} kind @param {Actions} act */
function rejectedView({ analysis }, kind, act) {
  const gone = (analysis.rejected ?? []).filter((one) => KIND_OF[one.kind] === kind);
  return gone.length ? html`<h3 class="soft">${review.rejectedTitle}</h3><ul class="rows rejected">${gone.map((one) => html`<li class="row">
    <s><bdi>${one.text}</bdi></s> <button class="link" type="button" @click=${() => act.review.restore(one)}>${review.restore}</button></li>`)}</ul>` : nothing;
}

/** The findings of the open article: a list of each kind, and the open finding. @param {State} state @param {Article} article @param {Actions} act */
export function inspectorView(state, article, act) {
  const finding = findingOf(article.analysis, state.finding);
  const all = /** @type {Kind[]} */ (["figure", "speaker", "date", "check"]);
  return html`
    <aside class="inspector" aria-label=${lists.inspector} data-folded=${state.folded ? "" : nothing}>
      <div class="head">
        <div class="tabs" role="tablist" aria-label=${lists.tabs} @keydown=${act.moveTab}>${all.map((kind) => tabButton(kind, article, state, act))}</div>
        <button class="btn small" data-look="quiet" type="button" aria-expanded=${!state.folded} @click=${act.fold}>${state.folded ? lists.unfold : lists.fold}</button>
      </div>
      ${all.map((kind) => html`
        <div class="panel" role="tabpanel" id=${kinds[kind].tab} aria-labelledby="tab-${kinds[kind].tab}" tabindex="0"
          ?hidden=${state.tab !== kinds[kind].tab}>${panel(kinds[kind].tab, article, state, act)}${rejectedView(article, kind, act)}</div>`)}
      ${state.editing ? editView(article, state.editing, act) : finding ? detailView(article, finding, act) : html`<p class="detail soft">${lists.hint}</p>`}
    </aside>`;
}

