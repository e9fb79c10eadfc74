/** One utterance in several articles: which words differ, and who has it from whom. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { capital } from "../views/parts.js";
import { articlesIn, firstOf, outletOf, publishedDay } from "./model.js";
import { block, showAll, source } from "./parts.js";
import { page, quotes as words } from "./strings.js";

/** @import { Comparison, Pair, QuoteGroup, Wording } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { Desk } from "../types.d.ts" */

const GROUPS = 50;
const DAY = 86_400_000;

/** Words beside each other are one difference. @param {Pair[]} pairs @param {string} text @returns {Pair[]} */
function joined(pairs, text) {
  /** @type {Pair[]} */
  const runs = [];
  for (const [start, end] of pairs) {
    const last = runs.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last[1], start))) last[1] = end;
    else runs.push([start, end]);
  }
  return runs;
}

/** @param {string} text @param {Wording} wording */
function saying(text, { start, end, differing }) {
  const parts = [];
  let done = start;
  for (const [from, to] of joined(differing, text)) {
    parts.push(text.slice(done, from), html`<em class="differs">${text.slice(from, to)}</em>`);
    done = to;
  }
  return html`“<bdi>${parts}${text.slice(done, end)}</bdi>”`;
}

/** Which article has the words of another that was published before it. @param {Desk} desk @param {QuoteGroup} group */
function copying({ articles }, { members }) {
  return members.map(({ article, same_as }) => {
    if (same_as === null || !members[same_as]) return nothing;
    const [later, first] = [articles[article], articles[members[same_as].article]];
    const days = (Date.parse(publishedDay(later) ?? "") - Date.parse(publishedDay(first) ?? "")) / DAY;
    const [before, between] = words.matches;
    return html`${before}<bdi>${outletOf(later)}</bdi>${between}<bdi>${outletOf(first)}</bdi>${days > 0 ? words.earlier(days) : nothing}`;
  });
}

/** @param {Desk} desk @param {Comparison} comparison @param {QuoteGroup} group @param {Actions} act */
function groupView(desk, { people }, group, act) {
  const who = group.speaker === null ? undefined : people[group.speaker];
  return html`
    <p class="said"><b>${who ? html`<bdi>${capital(who.name)}</bdi>` : words.unknown}</b> <span class="soft">${words.outlets(articlesIn(group.members).length)}${copying(desk, group)}</span></p>
    <ul class="versions">${group.members.map((wording) => html`<li>
      ${source(desk.articles, wording.article)}
      <p>${saying(desk.articles[wording.article].text, wording)} <button class="link" type="button" id="wording-${desk.articles[wording.article].id}-${wording.start}"
        @click=${() => act.desk.openPlaces([wording])}>${page.goTo}</button></p></li>`)}</ul>`;
}

/** Whether any quote is given in other words. @param {Comparison} comparison */
export const reworded = ({ quotes }) => quotes.some(({ members }) => members.some(({ differing }) => differing.length));

/** @param {Desk} desk @param {Comparison} comparison @param {Actions} act */
export function quotesView(desk, comparison, act) {
  const { quotes } = comparison;
  return block("quotes", reworded(comparison) ? words.title : words.same, quotes.length ? html`
    ${firstOf(desk, "quotes", quotes, GROUPS).map((group) => html`<div class="repeated">${groupView(desk, comparison, group, act)}</div>`)}
    ${showAll(desk, "quotes", quotes.length, GROUPS, act)}` : html`<p class="soft">${words.none}</p>`);
}
