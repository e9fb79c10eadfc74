/** What the articles disagree on: the values against each other, and under them the sentences. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { capital } from "../views/parts.js";
import { isDismissed } from "./history.js";
import { articlesIn, byValue, dayIn, firstOf, groupKey, inOrder, letter, outletOf, publishedIn } from "./model.js";
import { dismissedSwitch, outlet, showAll, block } from "./parts.js";
import { marked } from "./passages.js";
import { page, splits as words } from "./strings.js";

/** @import { Claim, Comparison, FigureGroup } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { DeskShown } from "../types.d.ts" */

const GROUPS = 50;
/** Sentences of a group that are shown before the reader asks for more. */
const SENTENCES = 8;

/** An id that lasts as long as the group. @param {string} key */
export const idOf = (key) => [...key].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7).toString(36);

/** `C Tarrow Courier`; letters alone where they are many. @param {DeskShown} desk @param {Claim[]} claims @param {boolean} brief */
function who({ articles }, claims, brief) {
  const indexes = articlesIn(claims);
  return brief || indexes.length > 2 ? indexes.map(letter).join(", ")
    : indexes.map((index, i) => html`${i ? ", " : nothing}${letter(index)} <bdi>${outletOf(articles[index])}</bdi>`);
}

/** @param {DeskShown} desk @param {[string, Claim[]][]} values @param {boolean} brief */
const valuesView = (desk, values, brief) => values.map(([value, claims], i) => html`${i ? html` <span class="soft">${words.beside}</span> ` : nothing}<b><bdi>${value}</bdi></b><small
  class="soft">${who(desk, claims, brief)}</small>`);

/** The values that cannot all be true, against each other or against the rest. @param {DeskShown} desk @param {FigureGroup} group */
function versus(desk, { claims, verdict }) {
  const odd = byValue(desk, claims.filter((claim) => claim.odd));
  const rest = byValue(desk, claims.filter((claim) => !claim.odd));
  const brief = odd.length + rest.length > 2;
  if (verdict !== "differ") return valuesView(desk, [...odd, ...rest], brief);
  const sides = odd.length > 1 || !rest.length ? odd.map((value) => [value]) : [rest, odd];
  return sides.filter((side) => side.length).map((side, i) => html`${i ? html` <span class="alert" role="img" aria-label=${words.against}>≠</span> ` : nothing}${valuesView(desk, side, brief)}`);
}

/** @param {DeskShown} desk @param {Claim} claim @param {boolean} chosen */
function sentence(desk, claim, chosen) {
  const { articles } = desk;
  const published = publishedIn(articles, articles[claim.article]);
  return html`<blockquote data-now=${chosen ? "" : nothing}>
    <footer><strong>${outlet(articles, claim.article)}</strong> ${published ? words.published(published) : nothing}
      ${claim.days ? words.of(dayIn(claim.days, articles)) : nothing}
      ${claim.source ? html`${words.source} <bdi>${claim.source}</bdi>` : words.noSource}</footer>
    <p>${marked(desk, claim)}</p>
  </blockquote>`;
}

/** The sentences of a group, the two to be compared first, and what can be done with them. @param {DeskShown} desk @param {FigureGroup} group @param {Actions} act */
export function pairView(desk, group, act) {
  const key = groupKey(desk, group);
  const id = idOf(key);
  const claims = inOrder(desk, group);
  const shown = firstOf(desk, key, claims, SENTENCES);
  const dismissed = isDismissed(desk, key);
  return html`
    <div class="pair">${repeat(shown, (claim) => claim, (claim) => sentence(desk, claim, claims.indexOf(claim) < 2))}</div>
    ${showAll(desk, key, claims.length, SENTENCES, act)}
    <p class="because"><span>${group.why} <span class="rule">${group.rule}</span></span>
      <span class="actions">
        <button class="btn" type="button" id="open-${id}" @click=${() => act.desk.openPlaces(claims.slice(0, 2))}>${words.openBoth}</button>
        <button class="btn" type="button" @click=${() => act.desk.copy(claims.slice(0, 2))}>${words.copyBoth}</button>
        ${group.verdict === "agree" ? nothing : html`<button class="btn" data-look="quiet" type="button"
          @click=${() => act.desk.dismiss(key, group.label, dismissed)}>${dismissed ? page.restore : page.dismiss}</button>`}
      </span></p>`;
}

/** @param {DeskShown} desk @param {FigureGroup} group @param {Actions} act */
function split(desk, group, act) {
  const key = groupKey(desk, group);
  const open = desk.printing || desk.open.has(key);
  return html`<details class="split" id="split-${idOf(key)}" .open=${open}
      @toggle=${(/** @type {Event} */ { currentTarget }) => act.desk.toggled(key, /** @type {HTMLDetailsElement} */ (currentTarget).open)}>
    <summary><span class="what"><bdi>${capital(group.label)}</bdi></span> <span class="versus">${versus(desk, group)}</span></summary>
    ${open ? pairView(desk, group, act) : nothing}
  </details>`;
}

/** The groups that are listed above the table. @param {DeskShown} desk @param {Comparison} comparison */
export function splitsOf(desk, { figures }) {
  const disputed = figures.filter(({ verdict }) => verdict !== "agree");
  const dismissed = disputed.filter((group) => isDismissed(desk, groupKey(desk, group)));
  const shown = desk.open.has("splits") ? disputed : disputed.filter((group) => !dismissed.includes(group));
  return { dismissed, differ: shown.filter(({ verdict }) => verdict === "differ"), unclear: shown.filter(({ verdict }) => verdict === "unclear") };
}

/** @param {DeskShown} desk @param {Comparison} comparison @param {Actions} act */
export function splitsView(desk, comparison, act) {
  const { differ, unclear, dismissed } = splitsOf(desk, comparison);
  const list = (/** @type {string} */ name, /** @type {FigureGroup[]} */ groups) => html`
    <div class="splits">${repeat(firstOf(desk, name, groups, GROUPS), (group) => group, (group) => split(desk, group, act))}</div>
    ${showAll(desk, name, groups.length, GROUPS, act)}`;
  return block("disagree", words.title, html`
    ${differ.length ? list("differ", differ) : html`<p class="soft">${words.none}</p>`}
    ${unclear.length ? html`<h3 class="after">${words.unclear}</h3>${list("unclear", unclear)}` : nothing}
    ${dismissedSwitch(desk, "splits", dismissed.length, act)}`);
}
