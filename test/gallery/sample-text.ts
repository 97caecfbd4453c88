// Prose for the gallery, written for it: one chapter with every kind of markup, one in Hebrew,
// one in Japanese.
import { html } from '../../src/kit/html/index.ts';

export const summary = html`<p>Every keeper on the Tidewater coast writes one true thing a day in
the almanac. When the entries begin to come true <em>before</em> they are written, Oda rows out to
the last lighthouse with a lantern, a goat and three honest questions.</p>`;

export const note = html`<p>With thanks to the Tuesday table, who asked what the goat was called.
She is called Margin.</p>`;

export const chapter = html`<p>The lamp had been burning for eleven days when Oda noticed that
nobody was tending it.</p>
<p>She stood on the shingle with her oars under one arm and the almanac under the other, and
counted
again to be sure. Eleven strokes of pencil in the margin, one for each evening; eleven evenings on
which the light had come round over the water as steady as breath. And in all that time not one
boat had gone out to Farrow Rock, not one had come back, and Old Benn, who had kept the lamp since
before the breakwater was built, had been sitting in the back room of the chandlery with his
bad leg
on a crate, eating other people’s biscuits.</p>
<p>“Lamps don’t light themselves,” said Oda.</p>
<p>“This one seems to have taken it up,” said Benn. He did not sound surprised; he sounded like a
man whose dog has learnt to open the larder. “I wrote it down. You’ll find it under the
fourth.”</p>
<p>She found it under the fourth. <em>Lamp lit at dusk,</em> it said, in Benn’s square hand, <em>by
nobody in particular. Burned clean.</em> And below that, in ink so fresh that it shone, the entry
for tomorrow.</p>
<hr>
<p>There are rules about the almanac, and every child on the coast can say them in order:</p>
<ol><li>One thing a day, and it must be true.</li><li>Write it after, never before.</li>
<li>If you cannot think of a true thing, write down the weather.</li></ol>
<p>Nobody had ever needed a rule about what to do when the book broke the second rule by
itself. The
harbour committee met, and moved that the matter be looked into, and minuted that it was
raining.</p>
<blockquote><p>Wind south-west, backing. Sea moderate. One gannet, unimpressed.</p>
<p>— the almanac, 9 October</p></blockquote>
<p>So Oda went. She took the lantern because it was sensible and the goat because the goat
would not
be left, and she took three questions folded small in her coat pocket: <strong>Who are you? What do
you want written? Will you let us help with the oil?</strong></p>
<h4>What was in the boat</h4>
<table><thead><tr><th>Thing</th><th>Weight</th><th>Why</th></tr></thead><tbody>
<tr><td>Lamp oil, 2 cans</td><td>18 lb</td><td>Manners</td></tr>
<tr><td>Goat (Margin)</td><td>94 lb</td><td>Would not be left</td></tr>
<tr><td>Almanac</td><td>3 lb</td><td>Evidence</td></tr></tbody></table>
<pre>KEEPERS’ SIGNAL, FARROW ROCK
  long  short  long   —  all is well
  short short  short  —  bring biscuits</pre>
<p>The sign over the boathouse is older than the harbour and is written the way the first keepers
wrote, with the reading beside each word: <ruby>灯台<rt>tōdai</rt></ruby>, the light-tower.
H<sub>2</sub>O
to the north of it, H<sub>2</sub>O to the south, and the 3<sup>rd</sup> wave always the
largest.</p>
<details><summary>The goat’s opinion</summary><p>None of this was necessary.</p></details>
<div class="u-centre"><p>LANDING AT OWNER’S RISK</p></div>
<p>She tied up at the iron ring a little after four. Somebody had already put the kettle on.</p>`;

export const hebrew = html`<p>המנורה דלקה כבר אחד־עשר ימים כשעודה שמה לב שאיש אינו מטפל בה. היא
עמדה
על החצץ, המשוטים תחת זרוע אחת והיומן תחת השנייה, וספרה שוב כדי להיות בטוחה.</p>
<p>„מנורות לא נדלקות מעצמן,” אמרה. הזקן לא נראה מופתע. הוא נראה כמו אדם שכלבו למד לפתוח את
המזווה.</p>`;

export const japanese = html`<p>灯台の灯がともって十一日目、オダはだれも番をしていないことに気がついた。
浜の小石の上に立ち、片腕に櫂を、もう片腕に暦をかかえて、念のためにもう一度数えてみた。</p>
<p>「灯はひとりでにはともらないわ」とオダは言った。老人は驚いたようすもなく、
<ruby>食料棚<rt>しょくりょうだな</rt></ruby>を開けることを覚えた犬の飼い主のような顔をしていた。</p>`;
