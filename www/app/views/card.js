/** What a mark means, beside the pointer. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { claim, counted, findingOf, speakerName } from "../findings.js";
import { longValue, meaning } from "../format.js";
import { detail, lists, review } from "../strings.js";
import { heading } from "./detail.js";
import { capital, dots } from "./parts.js";

/** @import { Actions } from "../actions.js" */
/** @import { Article, Finding, State } from "../types.d.ts" */

/** Pixels between a line of text and the card, and the room that the card needs below it. */
const GAP = 6;
const ROOM = 220;

/** In a line: what it is, what it means, who says so. @param {Article} article @param {Finding} finding */
function gist({ analysis, text }, finding) {
  if (finding.kind === "check") return finding.item.what;
  if (finding.kind === "date") return [detail.date[finding.item.type], meaning(finding.item, "long") ?? lists.unresolved].join(". ");
  if (finding.kind === "quote") return [detail.quoteWhat[finding.item.kind], analysis.speakers.find(({ id }) => id === finding.item.speaker_id)?.role].filter(Boolean).join(". ");
  const quote = claim(analysis, finding.item);
  const date = findingOf(analysis, finding.item.date);
  return [
    detail.figure[finding.item.kind], longValue(finding.item), counted(text, finding.item), date?.kind === "date" ? meaning(date.item, "short") : null,
    quote && speakerName(text, quote),
  ].filter(Boolean).map((words) => capital(String(words))).join(". ");
}

/** @param {State} state @param {Article} article @param {Actions} act */
export function cardView({ card }, article, act) {
  const finding = card && findingOf(article.analysis, card.id);
  if (!card || !finding) return nothing;
  const { left, top, bottom } = card.box;
  const below = bottom + ROOM < innerHeight;
  const { item, kind } = finding;
  return html`<div class="card" role="group" aria-label=${lists.card} @mouseenter=${act.card.keep} @mouseleave=${act.card.leave}
    .style=${`left: min(${left}px, 100vw - 25rem); ${below ? `top: ${bottom + GAP}px` : `bottom: ${innerHeight - top + GAP}px`}`}>
    <p><b><bdi>${heading(article.text, finding)}</bdi></b></p>
    <p class="soft"><bdi>${gist(article, finding)}</bdi></p>
    <p class="soft">${kind !== "check" && item.review ? review.by[item.review] : html`${dots(item.sure)}${detail.sureWords[item.sure]}`}: ${item.why}</p>
    <p class="actions">
      ${kind === "check" ? nothing : html`<button class="btn" type="button" ?disabled=${item.review !== undefined} @click=${() => act.card.judge(item.id, "accept")}>${review.accept}</button>
        <button class="btn" type="button" @click=${() => act.card.judge(item.id, "edit")}>${review.edit}</button>`}
      <button class="btn" type="button" @click=${() => act.card.judge(item.id, "reject")}>${kind === "check" ? review.dismiss : review.reject}</button>
    </p>
  </div>`;
}
