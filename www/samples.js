/**
 * Five reports of one event that disagree, to try the page with. The event, the places and the people are made up.
 */

/** @type {{ name: string, text: string }[]} */
export const samples = [
  {
    name: "The Tarrow Courier",
    text: `Ferry with 214 aboard runs aground in Skarrow Sound; seven still missing

The Tarrow Courier, 12 May 2026

At least 31 people were injured and seven were still missing on Tuesday after the passenger ferry Alder Star ran aground in Skarrow Sound with 214 people aboard, the coastguard said.

The ship, on its usual night run from Tarrow to Hale, struck rocks off Grim Point shortly before midnight on Sunday in winds of 48 knots. By 5.40 a.m. on Monday all three of its lifeboats had reached the shore, and 176 passengers had been brought to a school hall in the village of Innerlee. Of the 31 injured, 19 were taken to hospital in Tarrow and 14 were treated on the quay.

“We heard one long scrape and then the lights went out,” said Maren Oduya, 41, a nurse travelling with her two sons. “Nobody shouted. You could hear the water.” Three other passengers described the same silence.

Ingrid Sollvei, who leads the search for the coastguard, told reporters that divers had been through two of the ship’s five decks. “We have found no one below the waterline, but a third of the vessel is still closed to us, and in 36 hours the weather turns,” she said.

The count of those aboard has shifted since the ship left port. The operator, Norrin Line, said on Monday it had sold 198 tickets; its chief executive, Pavel Brandt, later put the number aboard at “just over 200”. According to the coastguard, 182 passengers and 32 crew were on the list the captain handed over. Infants under two need no ticket.

The Alder Star, built in 1994, passed an inspection on 3 March, according to a ministry official who asked not to be named. The transport minister, Tomas Reyl, said a first report would follow within 30 days. “Until then I will not guess,” he said.

Fishing crews had warned of the shoal for years. A petition signed by more than 1,200 residents last autumn asked for a lit buoy at Grim Point; the harbour board turned it down in November. The speed limit in the sound, 14 knots, has not changed since 2011.

The search was due to resume at first light on Wednesday, 14 May. Divers will start with the car deck, where 26 vehicles broke loose in the first minutes, and work forward to the cabins. Families have been asked to wait at the school in Innerlee, which will stay closed to its pupils until the end of the week.
`,
  },
  {
    name: "Meridian Wire",
    text: `Night ferry strikes rocks off Grim Point, rescue under way

Meridian Wire, 7:20 a.m., May 11, 2026

TARROW (Meridian Wire) — A passenger ferry carrying about 190 people struck rocks in Skarrow Sound late Sunday, injuring at least 20 and leaving as many as 15 unaccounted for, officials said Monday.

The Alder Star left Tarrow at 10:15 p.m. and hit the shoal off Grim Point roughly 90 minutes later, the coast guard said. Helicopters lifted 22 people from the upper deck before dawn. Three lifeboats carried most of the others ashore.

"The ship is resting on the bottom and she is stable for now," coast guard spokeswoman Ingrid Sollvei said in a telephone interview. "Our only concern this morning is the people we have not counted."

Norrin Line, which runs the route, said it had sold 198 tickets for the crossing, including 11 for children. Not everyone who bought one may have boarded, a company spokesman said. The crew numbered 30, he added.

Two passengers with head injuries were in critical condition, said Dr. Amal Venn, who runs the emergency room at Tarrow General Hospital. "We were told to expect 40," she said. "So far we have seen 19."

Winds were gusting to 55 miles per hour when the ship grounded, and temperatures had fallen to 6 degrees Celsius. Shares of Norrin Line fell 8.4% in early trading on Monday, wiping some $12 million off its value.

The last serious accident in the sound was in October 2008, when a trawler sank and four people drowned.
`,
  },
  {
    name: "Coast Radio",
    text: `What we know about the Alder Star

Coast Radio news desk

date 2026-05-12

How many people were on board? The coastguard now says 214: 182 passengers and 32 crew. On Monday morning Norrin Line spoke of 198 tickets, and its chief executive Pavel Brandt of “just over 200”. Children under two travel without a ticket, which may explain part of the gap.

How many are hurt? Between 30 and 35, depending on whom you ask. Tarrow General Hospital says it admitted 19 people and sent nine of them home by Monday evening. The Red Cross counted a further 14 who were treated on the quay.

Is anyone missing? Yes. Seven people, among them two crew members, had not been found by noon today. The mayor of Innerlee, Runa Eskil, told Coast Radio she feared the number could rise. ‘There are families here who cannot reach anyone,’ she said. ‘We keep the hall open all night.’

What went wrong? Nobody knows yet. “I saw the buoy list and there was no light on that rock,” said a fisherman who was first on the scene and who did not wish to be named. “We told them last autumn. They did nothing.”

The harbour board rejects that. Its chairman, Oskar Thane, said the board had looked at a lit buoy in November and found that it would cost up to £350,000, nearly twice its yearly budget for repairs.

What happens next? Divers go down again tomorrow morning. The wind is forecast to reach 60 knots by Thursday. A service will be held in Innerlee church at 6pm on Sunday.
`,
  },
  {
    name: "The Hale Examiner",
    text: `‘She went over like a cupboard’: survivors tell of ferry’s last minutes

The Hale Examiner

Published: 12 May 2026

Hale was waiting for the Alder Star at ten to two on Monday morning, as it does six nights a week. The ferry never came. By breakfast the town knew that 220 people had been aboard and that eight of them were missing.

‘She went over like a cupboard,’ said Jonas Pell, 63, a retired teacher from Hale who was asleep in his car against the rules. ‘I climbed out through the window. There were perhaps 25 cars around me, all of them sliding.’

Mr Pell said he had counted no more than two crew on the car deck. The union disputes this. Its secretary, Vera Lindqvist, said that four of its members were on duty there, and that one of them, a man of 24, had gone back twice to free a trapped driver. ‘He is in hospital with a broken arm. He asked me whether the driver lived,’ she said. The driver did.

More than 40 people were hurt, the Innerlee doctor Piet Arrow estimates; he alone saw about a dozen before the ambulances arrived. The coastguard’s own figure is 31.

Norrin Line said it would pay each passenger £500 at once. The firm carried 412,000 people last year, 6 per cent more than in 2024, and made a profit of £3.2m.

Ms Lindqvist called the sum an insult. ‘They saved more than that on one night watchman,’ she said. Norrin Line declined to answer.

The Alder Star was built in 1995 for a lake service abroad and came to the sound in the spring of 2009. It passed its last inspection ten weeks ago, on 3 March.
`,
  },
  {
    name: "Northern Ledger",
    text: `Norrin Line faces questions over passenger count

Northern Ledger | Business | Wednesday, May 13, 2026

The operator of the ferry that ran aground on Sunday did not know how many people were on board, according to two people familiar with the company’s records.

Norrin Line's booking system showed 203 tickets for the Tarrow-Hale crossing. The master's list, handed to the coast guard at 3 a.m. on Monday, had 182 passengers and 32 crew members. A third document, seen by the Ledger, gives 209 names in all.

"No operator should need three lists to count one ship," said Tomas Reyl, the transport minister. Reyl said on Tuesday that a first report was due within 30 days and that he had asked the police to secure the company's servers.

Pavel Brandt, Norrin Line's chief executive, acknowledged that "mistakes were made at the gate" but said the count had no bearing on the accident. He has run the company since January 2022.

As of Tuesday night, 33 people had been treated for injuries, the health ministry said, and six were missing. One of the seven people reported missing earlier was found alive in a hotel in Hale; she had missed the boat.

The grounding could cost insurers between $40 million and $55 million, analysts at Kestrel Re estimate. That is less than a fifth of what the sector paid for storms in the first quarter. Norrin Line shares have lost 23% since Friday's close.

The company will hold a news conference at 10 a.m. on Thursday.
`,
  },
];
