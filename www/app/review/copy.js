/** A finding as it goes into a text of the reader's own: the words, who said them, where and when. */

import { speakerName } from "../findings.js";
import { moment, publishedOn } from "../format.js";
import { copying } from "../strings.js";

/** @import { Article, Finding } from "../types.d.ts" */

/** @type {Intl.Segmenter | undefined} */
let sentences;

/** The sentence around a place. @param {Article} article @param {number} place */
function sentenceAt({ text, analysis }, place) {
  const paragraph = analysis.paragraphs.find(({ start, end }) => start <= place && place < end);
  if (!paragraph) return "";
  sentences ??= new Intl.Segmenter("en", { granularity: "sentence" });
  const whole = text.slice(paragraph.start, paragraph.end);
  return (sentences.segment(whole).containing(place - paragraph.start)?.segment ?? whole).trim().replace(/\s+/g, " ");
}

/** `The Tarrow Courier, 12 May 2026`. @param {Article} article */
export const from = ({ name, analysis: { outlet, published } }) =>
  [outlet ?? name, published && publishedOn(published, "long")].filter(Boolean).join(", ");

/** @param {Article} article @param {Finding} finding */
export function asQuote(article, finding) {
  const { text, analysis } = article;
  if (finding.kind !== "quote") return copying.sentence(sentenceAt(article, finding.item.start), from(article));
  const quote = finding.item;
  const speaker = analysis.speakers.find(({ id }) => id === quote.speaker_id);
  const said = quote.content.map((pair) => text.slice(...pair)).join(" … ").replace(/\s+/g, " ");
  const day = analysis.dates.find(({ id }) => id === quote.date)?.interval?.[0];
  const who = [speakerName(text, quote), speaker?.role, quote.addressee && copying.to(text.slice(...quote.addressee)), day && moment(day, "long")];
  // Its own quotation marks are all it needs.
  return copying.quote(/^["“„«‘']/.test(said) ? said : quote.kind === "direct" ? `“${said}”` : said, who.filter(Boolean).join(", "), from(article));
}
