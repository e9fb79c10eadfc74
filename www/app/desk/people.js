/** Who is named or quoted, under which spellings; to be put together or apart by hand. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { findingOf } from "../findings.js";
import { articlesIn, dayIn, firstOf, letter, outletOf, personKey, publishedDay } from "./model.js";
import { block, outlet, showAll } from "./parts.js";
import { page, people as words } from "./strings.js";

/** @import { Comparison, Person } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { Desk } from "../types.d.ts" */

/** @param {Person} person */
const quotesIn = ({ members }) => members.reduce((sum, { quotes }) => sum + quotes.length, 0);

/** Those who matter first: named in several articles, or quoted. @param {Comparison} comparison */
export function peopleOf({ people }) {
  const shared = people.filter((person) => articlesIn(person.members).length > 1 || quotesIn(person) > 0);
  return { shared, all: [...shared, ...people.filter((person) => !shared.includes(person))] };
}

/** Every spelling with the articles that have it. @param {Person} person @returns {Map<string, number[]>} */
export function spellings({ members }) {
  /** @type {Map<string, Set<number>>} */
  const found = new Map();
  for (const { names, article } of members) for (const name of names) found.set(name, (found.get(name) ?? new Set()).add(article));
  return new Map([...found].map(([name, articles]) => [name, [...articles].sort((a, b) => a - b)]));
}

/** The quotes of a person in all articles, in the order of the days on which they were said. @param {Desk} desk @param {Person} person */
function saidBy({ articles }, { members }) {
  return members.flatMap(({ article, quotes }) => {
    const { analysis } = articles[article];
    return analysis.quotes.filter(({ id }) => quotes.includes(id)).map((quote) => {
      const date = findingOf(analysis, quote.date);
      return { article, quote, day: (date?.kind === "date" && date.item.interval?.[0]) || publishedDay(articles[article]) };
    });
  }).sort((a, b) => (a.day ?? "").localeCompare(b.day ?? "") || a.article - b.article);
}

/** @param {Desk} desk @param {Person} person @param {string} id @param {Actions} act */
const quotesView = (desk, person, id, act) => html`<ul class="said-by" id="quotes-${id}">${saidBy(desk, person).map(({ article, quote, day }) => html`<li>
  <span>${outlet(desk.articles, article)} <span class="soft">${day ? dayIn([day], desk.articles) : words.noDay}</span></span>
  <span><bdi class="sentence">${quote.content.map((pair) => desk.articles[article].text.slice(...pair)).join(" … ")}</bdi>
    <button class="link" type="button" id="said-${desk.articles[article].id}-${quote.id}" @click=${() => act.desk.openFinding(article, quote.id)}>${page.goTo}</button></span></li>`)}</ul>`;

/** @param {Desk} desk @param {Comparison} comparison @param {Person} person @param {string} id @param {Actions} act */
function form(desk, comparison, person, id, act) {
  const others = peopleOf(comparison).all.filter((other) => other !== person);
  return html`<form class="merge" id="form-${id}" aria-label=${words.form(person.name)} @submit=${(/** @type {SubmitEvent} */ event) => act.desk.merge(event, person)}>
    <p class="actions"><b><bdi>${person.name}</bdi></b> <label for="same-${id}">${words.same}</label>
      <select id="same-${id}" name="other" required><option value="">${words.choose}</option>${others.map((other) => html`<option value=${personKey(desk, other)}>${
        other.name} (${articlesIn(other.members).map(letter).join(" ")})</option>`)}</select>
      <button class="btn" type="submit">${words.merge}</button></p>
    ${person.members.length > 1 ? html`<p>${words.apart}</p><ul>${person.members.map((member) => html`<li class="actions">
      <span>${outlet(desk.articles, member.article)}: <bdi>${member.names.join(", ")}</bdi></span>
      <button class="link" type="button" aria-label="${words.takeOut}: ${member.names[0]}, ${outletOf(desk.articles[member.article])}" @click=${() => act.desk.split(member)}>${words.takeOut}</button></li>`)}</ul>` : nothing}
  </form>`;
}

/** @param {Desk} desk @param {Comparison} comparison @param {Person} person @param {number} number @param {Actions} act */
function row(desk, comparison, person, number, act) {
  const key = personKey(desk, person);
  const [editing, listing] = [desk.open.has(`edit ${key}`), desk.open.has(`said ${key}`)];
  const id = String(number);
  const said = quotesIn(person);
  return html`<tr>
    <th scope="row"><span class="who"><bdi>${person.name}</bdi></span>${person.roles.length ? html`<span class="soft"><bdi>${person.roles.join("; ")}</bdi></span>` : nothing}</th>
    <td><span class="spell">${[...spellings(person)].map(([name, articles]) => html`<span><b><bdi>${name}</bdi></b> <span class="soft">${articles.map(letter).join(" ")}</span></span> `)}</span>
      ${editing ? form(desk, comparison, person, id, act) : nothing}
      ${said && (listing || desk.printing) ? quotesView(desk, person, id, act) : nothing}</td>
    <td><span class="actions">
      ${said ? html`<button class="link" type="button" id="list-${id}" aria-expanded=${listing} @click=${() => act.desk.toggle(`said ${key}`)}>${words.quotes(said)}</button>` : nothing}
      <button class="link" type="button" id="edit-${id}" aria-expanded=${editing} aria-label="${words.edit}: ${person.name}" @click=${() => act.desk.edit(key, id)}>${words.edit}</button></span></td>
  </tr>`;
}

/** @param {Desk} desk @param {Comparison} comparison @param {Actions} act */
export function peopleView(desk, comparison, act) {
  const { shared, all } = peopleOf(comparison);
  if (!all.length) return block("people", words.title, html`<p class="soft">${words.none}</p>`);
  const [who, spelled, actions] = words.columns;
  return block("people", words.title, html`
    <table class="list people">
      <thead><tr><th scope="col">${who}</th><th scope="col">${spelled}</th><th scope="col"><span class="vh">${actions}</span></th></tr></thead>
      <tbody>${repeat(firstOf(desk, "people", all, shared.length), (person) => personKey(desk, person), (person) => row(desk, comparison, person, all.indexOf(person), act))}</tbody>
    </table>
    ${showAll(desk, "people", all.length, shared.length, act)}`);
}
