import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { claim, counted, findingOf, inHeadline, speakerName } from "../findings.js";
import { interval, isStretch, longValue, meaning } from "../format.js";
import { detail, lists, review } from "../strings.js";
import { titleOf } from "./checks.js";
import { capital, dots, kbd } from "./parts.js";

/** @import { Check, DateMention, Figure, Pair, Quote } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { Article, Finding } from "../types.d.ts" */

/** A noun further away than this is not read as one phrase with its number. */
const ONE_PHRASE = 60;

/** A finding as a heading: `At least 31 people, injured`. @param {string} text @param {Finding} finding */
export function heading(text, { kind, item }) {
  if (kind === "quote") return capital(speakerName(text, item) ?? lists.notSaid);
  if (kind === "date") return capital(item.text);
  if (kind === "check") return titleOf(item);
  const end = item.noun && item.noun[1] - item.end < ONE_PHRASE ? Math.max(item.end, item.noun[1]) : item.end;
  const words = text.slice(item.start, end).replace(/\s+/g, " ");
  return capital(item.status && !words.includes(item.status) ? `${words}, ${item.status}` : words);
}

/** @param {string} term @param {unknown} what */
const fact = (term, what) => (what === null || what === "" || what === nothing ? nothing : html`<dt>${term}</dt><dd>${what}</dd>`);

/** @param {Article} article @param {Quote} quote @param {Actions} act */
const speakerLink = ({ text }, quote, act) => html`<button class="link" type="button" @click=${() => act.go(quote.id)}><bdi>${
  speakerName(text, quote) ?? lists.notSaid}</bdi></button>, ${detail.quote[quote.kind]}`;

/** @param {string} words */
const fromWords = (words) => {
  const [before, name, after] = detail.fromWords(words);
  return html`<span class="soft">${before}<bdi>${name}</bdi>${after}</span>`;
};

/** What happened to the counted, and the word that says so. @param {string} text @param {Figure} figure */
function happened(text, { status, verb }) {
  const words = verb && text.slice(...verb);
  if (!words || words === status) return words || status;
  return status ? html`${status} ${fromWords(words)}` : html`<bdi>${words}</bdi>`;
}

/** @param {Article} article @param {string | null} id @param {Actions} act */
function figureLink({ analysis, text }, id, act) {
  const finding = findingOf(analysis, id);
  return finding ? html`<button class="link" type="button" @click=${() => act.go(finding.item.id)}><bdi>${heading(text, finding)}</bdi></button>` : nothing;
}

/** A day, and the words that name it. @param {Article} article @param {string | null} id @param {Actions} act */
function day({ analysis }, id, act) {
  const date = findingOf(analysis, id);
  return date?.kind === "date" ? html`<button class="link" type="button" @click=${() => act.go(date.item.id)}>${
    meaning(date.item, "long") ?? lists.unresolved}</button> ${fromWords(date.item.text)}` : nothing;
}

/** @param {Article} article @param {Figure} figure @param {Actions} act */
function figureFacts(article, figure, act) {
  const { analysis } = article;
  const quote = claim(analysis, figure);
  const of = counted(article.text, figure);
  return html`
    ${fact(detail.what, detail.figure[figure.kind])}
    ${fact(detail.value, figure.additive ? `${longValue(figure)}, ${detail.additive}` : longValue(figure))}
    ${fact(detail.ofWhat, of && html`<bdi>${of}</bdi>`)}
    ${fact(detail.happened, happened(article.text, figure))}
    ${fact(detail.partOf, figureLink(article, figure.part_of, act))}
    ${fact(detail.sameAs, figureLink(article, figure.same_as, act))}
    ${fact(detail.who, quote ? speakerLink(article, quote, act)
      : html`<span class="soft">${inHeadline(analysis, figure) ? lists.headline : lists.notSaid}</span>`)}
    ${fact(detail.when, day(article, figure.date, act))}
    ${fact(detail.where, figure.place && html`<bdi>${article.text.slice(...figure.place)}</bdi>`)}
    ${fact(detail.open, figure.hedge && html`“<bdi>${article.text.slice(...figure.hedge)}</bdi>”`)}`;
}

/** @param {DateMention} date */
function kindOfDate(date) {
  if (date.vague) return detail.vague;
  if (isStretch(date)) return detail.stretch;
  return date.type === "TIME" && date.value?.startsWith("T") ? detail.hour : detail.date[date.type];
}

/** @param {Article} article @param {DateMention} date @param {Actions} act */
function dateFacts({ analysis }, date, act) {
  const means = meaning(date, "long");
  const days = date.interval && date.interval[0] !== date.interval[1] ? interval(date.interval) : "";
  const span = days === means ? "" : days;
  return html`
    ${fact(detail.what, kindOfDate(date))}
    ${fact(detail.means, means ?? html`<span class="alert">${lists.unresolved}</span>${analysis.published ? nothing
      : html`: ${lists.noPublication}. <button class="link" type="button" @click=${() => act.editDate()}>${lists.setDate}</button>`}`)}
    ${fact(detail.covers, span)}
    ${fact(detail.from, means === null ? "" : lists.from[date.anchor ?? "none"])}`;
}

/** What the cue says of words that nobody need have said. @param {Quote} quote @returns {string | null} */
export const unsaid = ({ act, negated }) => (negated ? detail.unsaid.negated : act === "speech" ? null : detail.unsaid[act]);

/** @param {Article} article @param {Quote} quote @param {Actions} act */
function quoteFacts(article, quote, act) {
  const { analysis, text } = article;
  const speaker = analysis.speakers.find(({ id }) => id === quote.speaker_id);
  const beside = quote.speaker ? text.slice(...quote.speaker) : null;
  const words = (/** @type {Pair | null} */ pair) => pair && html`<bdi>${text.slice(...pair)}</bdi>`;
  const [before, cue, after] = detail.cue(quote.cue ? text.slice(...quote.cue) : "");
  const kind = speaker && detail.speaker[speaker.kind];
  const about = speaker && [speaker.role ?? kind, speaker.anonymous ? lists.notNamed : null].filter(Boolean).join(", ");
  return html`
    ${fact(detail.what, [detail.quoteWhat[quote.kind], unsaid(quote)].filter(Boolean).join(", "))}
    ${fact(detail.who, quote.speaker_name && beside && beside !== quote.speaker_name
      ? html`<bdi>${quote.speaker_name}</bdi> ${fromWords(beside)}` : html`<bdi>${speakerName(text, quote) ?? lists.notSaid}</bdi>`)}
    ${fact(detail.role, about ? html`<bdi>${about}</bdi>` : nothing)}
    ${fact(detail.said, html`<q class="sentence"><bdi>${quote.content.map((pair) => text.slice(...pair)).join(" … ")}</bdi></q>`)}
    ${fact(detail.toWhom, words(quote.addressee))}
    ${fact(detail.where, words(quote.channel))}
    ${fact(detail.when, day(article, quote.date, act))}
    ${fact(detail.how, quote.cue ? html`${before}<bdi>${cue}</bdi>${after}` : detail.noCue)}
    ${fact(detail.open, quote.modal && html`“${words(quote.modal)}”`)}`;
}

/** @param {Check} check */
const checkFacts = ({ what }) => fact(detail.what, html`<bdi>${what}</bdi>`);

/** @param {Article} article @param {Finding} finding @param {Actions} act */
function facts(article, finding, act) {
  if (finding.kind === "check") return checkFacts(finding.item);
  if (finding.kind === "figure") return figureFacts(article, finding.item, act);
  if (finding.kind === "date") return dateFacts(article, finding.item, act);
  return quoteFacts(article, finding.item, act);
}

/** What can be done with the open finding. @param {Finding} finding @param {Actions} act */
const actions = ({ kind, item }, act) => html`<p class="actions" role="group" aria-label=${review.actions}>
  ${kind === "check" ? nothing : html`
    <button class="btn" data-look="main" type="button" ?disabled=${item.review !== undefined} @click=${act.review.accept}>${review.accept} ${kbd("Enter")}</button>
    <button class="btn" type="button" @click=${act.review.edit}>${review.edit} ${kbd("E")}</button>`}
  <button class="btn" type="button" @click=${act.review.reject}>${kind === "check" ? review.dismiss : review.reject} ${kbd("X")}</button>
  <button class="btn" data-look="quiet" type="button" @click=${act.review.copy}>${review.copy}</button></p>`;

/** The open finding: what it is, what it means, who says so, and why it was found. @param {Article} article @param {Finding} finding @param {Actions} act */
export const detailView = (article, finding, act) => html`
  <section class="detail" aria-labelledby="detail-title" tabindex="0">
    <h2 id="detail-title"><bdi>${heading(article.text, finding)}</bdi></h2>
    <dl>
      ${facts(article, finding, act)}
      <dt>${detail.why}</dt><dd>${capital(finding.item.why)}<br><span class="rule">${finding.item.rule}</span></dd>
      <dt>${detail.sure}</dt><dd>${finding.kind !== "check" && finding.item.review
    ? review.by[finding.item.review] : html`${dots(finding.item.sure)}${detail.sureWords[finding.item.sure]}`}</dd>
    </dl>
    ${actions(finding, act)}
  </section>`;
