/** All figures that several places give, in one table: a row for each, a column for each article. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { capital } from "../views/parts.js";
import { articlesIn, converted, dayIn, firstOf, groupKey, letter, outletOf, placeKey, publishedIn, valueOf } from "./model.js";
import { block, select, showAll } from "./parts.js";
import { legend, plotView } from "./plot.js";
import { pairView, splitsOf } from "./splits.js";
import { claims as words } from "./strings.js";

/** @import { Claim, Comparison, FigureGroup } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { DeskShown } from "../types.d.ts" */

const ROWS = 50;
/** From so many columns on the first one stays, and the rest scrolls under it. */
const COLUMNS = 6;

const RANK = { differ: 0, unclear: 1, agree: 2 };

/** @type {Record<string, (a: FigureGroup, b: FigureGroup) => number>} */
const ORDERS = {
  differ: (a, b) => RANK[a.verdict] - RANK[b.verdict],
  outlets: (a, b) => articlesIn(b.claims).length - articlesIn(a.claims).length,
  label: (a, b) => a.label.localeCompare(b.label, "en", { numeric: true }),
};

/** All that can be searched for in a row. @param {DeskShown} desk @param {FigureGroup} group */
const searched = (desk, { label, claims }) => [label, ...claims.flatMap((claim) =>
  [valueOf(desk, claim), outletOf(desk.articles[claim.article]), claim.source ?? "", String(claim.low)])].join("\n").toLocaleLowerCase("en");

/** @param {DeskShown} desk @param {Comparison} comparison */
function groupsOf(desk, { figures }) {
  const { find, verdict, sort } = desk;
  const parts = find.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
  return figures
    .filter((group) => !verdict || group.verdict === verdict)
    .filter((group) => !parts.length || parts.every((part) => searched(desk, group).includes(part)))
    .sort(ORDERS[sort]);
}

/** @param {DeskShown} desk @param {FigureGroup} group @param {Claim} claim @param {Actions} act */
function claimView(desk, group, claim, act) {
  const key = placeKey(desk, claim);
  const pressed = desk.pick?.group === groupKey(desk, group) && desk.pick.claims.includes(key);
  const about = [converted(desk, group, claim), claim.days && dayIn(claim.days, desk.articles)].filter(Boolean).join(", ");
  return html`<span class=${claim.odd ? "odd" : nothing}><button type="button" id="claim-${key}" aria-pressed=${pressed}
    @click=${() => act.desk.pick(group, claim)}><bdi>${valueOf(desk, claim)}</bdi></button><small class="soft">${about ? `${about}, ` : nothing}<bdi>${claim.source ?? words.notSaid}</bdi></small></span>`;
}

/** An empty cell holds nothing at all, so that the styles can tell. @param {DeskShown} desk @param {FigureGroup} group @param {number} index @param {Actions} act */
function cell(desk, group, index, act) {
  const here = group.claims.filter(({ article }) => article === index);
  return html`<td data-outlet="${letter(index)} ${outletOf(desk.articles[index])}">${here.map((claim) => claimView(desk, group, claim, act))}</td>`;
}

/** The axis comes after the columns, or before them where they are too many to be seen at once. @param {unknown} cells @param {unknown} axis @param {boolean} wide */
const withAxis = (cells, axis, wide) => (wide ? [axis, cells] : [cells, axis]);

/** @param {DeskShown} desk @param {FigureGroup} group @param {number[]} columns @param {Actions} act */
const row = (desk, group, columns, act) => html`<tr>
  <th scope="row" class="of"><span class="what"><bdi>${capital(group.label)}</bdi></span><span class="verdict" data-is=${group.verdict}>${words.signs[group.verdict]} ${group.why}</span></th>
  ${withAxis(columns.map((index) => cell(desk, group, index, act)), html`<td class="span">${plotView(desk, group)}</td>`, columns.length > COLUMNS)}
</tr>`;

/** @param {DeskShown} desk @param {number} index */
const column = ({ articles }, index) => html`<th scope="col"><span class="key">${letter(index)}</span> <bdi>${outletOf(articles[index])}</bdi><small>${
  publishedIn(articles, articles[index])}</small></th>`;

/** @param {DeskShown} desk @param {FigureGroup[]} groups @param {Actions} act */
function table(desk, groups, act) {
  const shown = firstOf(desk, "claims", groups, ROWS);
  const columns = desk.articles.length <= COLUMNS ? desk.articles.map((_, index) => index) : articlesIn(shown.flatMap(({ claims }) => claims));
  const wide = columns.length > COLUMNS;
  return html`
    <div class="scroll" role="region" aria-label=${words.region} tabindex="0">
      <table class="claims" data-wide=${wide ? "" : nothing}>
        <caption class="vh">${words.caption}</caption>
        <thead><tr><th scope="col" class="of">${words.of}</th>${
          withAxis(columns.map((index) => column(desk, index)), html`<th scope="col" class="span">${words.axis}</th>`, wide)}</tr></thead>
        <tbody>${repeat(shown, (group) => group, (group) => row(desk, group, columns, act))}</tbody>
      </table>
    </div>
    ${showAll(desk, "claims", groups.length, ROWS, act)}
    ${legend()}`;
}

/** The chosen pair, where its figure is not listed above among those that disagree. @param {DeskShown} desk @param {Comparison} comparison @param {Actions} act */
function picked(desk, comparison, act) {
  const group = desk.pick && comparison.figures.find((group) => groupKey(desk, group) === desk.pick?.group);
  const { differ, unclear } = splitsOf(desk, comparison);
  if (!group || differ.includes(group) || unclear.includes(group)) return nothing;
  return html`<section class="split picked" aria-label=${words.pair}><p class="what"><bdi>${capital(group.label)}</bdi></p>${pairView(desk, group, act)}</section>`;
}

/** @param {DeskShown} desk @param {Actions} act */
const tools = (desk, act) => html`
  <label class="vh" for="find-claims">${words.find}</label>
  <input class="field" id="find-claims" type="search" placeholder=${words.placeholder} .value=${desk.find}
    @input=${(/** @type {InputEvent} */ { currentTarget }) => act.desk.set({ find: /** @type {HTMLInputElement} */ (currentTarget).value })}>
  ${select(words.verdict, desk.verdict, Object.entries(words.verdicts), (verdict) => act.desk.set({ verdict }))}
  ${select(words.sort, desk.sort, Object.entries(words.sorts), (sort) => act.desk.set({ sort }))}`;

/** @param {DeskShown} desk @param {Comparison} comparison @param {Actions} act */
export function claimsView(desk, comparison, act) {
  const { figures } = comparison;
  if (!figures.length) return block("claims", words.title, html`<p class="soft">${words.none}</p>`);
  const groups = groupsOf(desk, comparison);
  return block("claims", words.title, html`
    ${picked(desk, comparison, act)}
    <p class=${groups.length < figures.length ? "soft" : "vh"} role="status">${groups.length < figures.length ? words.shown(groups.length, figures.length) : nothing}</p>
    ${groups.length ? table(desk, groups, act) : html`<p>${words.noMatch}</p>`}`, tools(desk, act));
}
