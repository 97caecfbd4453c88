// What is copied out of word processors, in the manner of each, and what is kept of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText } from '../clean-text.ts';

function clean(source: string): string {
  const cleaned = cleanText(source, 'html', 'chapter');
  assert.ok(cleaned.ok);
  const again = cleanText(cleaned.html, 'html', 'chapter');
  assert.deepEqual(again, cleaned);
  return cleaned.html;
}

const word = (body: string) => `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0in; mso-pagination:widow-orphan;} --></style>
</head><body lang=EN-GB style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const normal = (words: string) =>
  `<p class=MsoNormal style='mso-margin-top-alt:auto'><span lang=EN-GB
style='font-size:12.0pt;font-family:"Times New Roman",serif;
mso-fareast-language:EN-GB'>${words}<o:p></o:p></span></p>\n`;

test('Word: classes, languages, fonts and empty elements of its own go', () => {
  assert.equal(clean(word(normal('The lamp burned low.'))), '<p>The lamp burned low.</p>');
});

test('Word: emphasis in elements and in styles is kept', () => {
  const source = normal(
    "<b style='mso-bidi-font-weight:normal'>Bold</b>, <i>slanted</i>, " +
      '<span style="font-style:italic">so too</span>, <s>struck</s>, <u>lined</u>',
  );
  const kept = '<b>Bold</b>, <i>slanted</i>, <i>so too</i>, <s>struck</s>, <u>lined</u>';
  assert.equal(clean(word(source)), `<p>${kept}</p>`);
});

test('Word: centred and right-hand paragraphs stay where they are', () => {
  const source =
    "<p class=MsoNormal align=center style='text-align:center'>* * *</p>" +
    "<p class=MsoNormal align=right style='text-align:right'>Yours</p>" +
    "<p class=MsoNormal style='text-align:justify'>As ever</p>";
  assert.equal(
    clean(word(source)),
    '<p class="u-centre">* * *</p><p class="u-right">Yours</p><p>As ever</p>',
  );
});

const bullet = (level: number, words: string, marker = '·', place = 'Middle') =>
  `<p class=MsoListParagraphCxSp${place} style='margin-left:${level / 2}in;text-indent:-.25in;
mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;
mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}
<o:p></o:p></p>\n`;

test('Word: paragraphs that look like a list become one, as deep as they were', () => {
  const source =
    normal('To bring:') +
    bullet(1, 'rope', '·', 'First') +
    bullet(2, 'long', 'o') +
    bullet(2, 'short', 'o') +
    bullet(1, 'oil', '·', 'Last') +
    normal('And then') +
    bullet(1, 'row', '3.') +
    bullet(1, 'rest', '4.');
  assert.equal(
    clean(word(source)),
    '<p>To bring:</p><ul><li>rope<ul><li>long</li><li>short</li></ul></li><li>oil</li></ul>' +
      '<p>And then</p><ol start="3"><li>row</li><li>rest</li></ol>',
  );
});

test('Word: double spaces, tabs, smart tags and remarks go; single hard spaces stay', () => {
  const source = normal(
    "One.<span style='mso-spacerun:yes'>&nbsp; </span>Two.&nbsp; Three" +
      '<span style=\'mso-tab-count:1\'>      </span>four in <st1:place w:st="on">Low Harbour' +
      '</st1:place>, « oui\u00a0! »<span class=MsoCommentReference><a class=msocomanchor ' +
      "href='#_msocom_1'>[A1]</a></span>",
  );
  assert.equal(clean(word(source)), '<p>One. Two. Three four in Low Harbour, « oui\u00a0! »</p>');
});

test('Word: an empty paragraph among full ones is a gap, one after each is spacing', () => {
  const empty = '<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n';
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(normal);
  assert.equal(
    clean(word(`${a}${b}${empty}${c}${d}`)),
    '<p>a</p><p>b</p><p class="u-gap">c</p><p>d</p>',
  );
  assert.equal(
    clean(word(`${a}${empty}${b}${empty}${c}${empty}${d}`)),
    '<p>a</p><p>b</p><p>c</p><p>d</p>',
  );
});

test('Word: sections leave nothing behind', () => {
  assert.equal(clean(word(`<div class=WordSection1>${normal('a')}</div>`)), '<p>a</p>');
});

const docs = (body: string) =>
  `<meta charset='utf-8'>` +
  `<b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d-7fff">${body}</b>`;
const run = (words: string, more = 'font-weight:400;font-style:normal') =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:` +
  `transparent;${more};font-variant:normal;text-decoration:none;vertical-align:baseline;` +
  `white-space:pre;white-space:pre-wrap;">${words}</span>`;
const docsLine = (runs: string, more = '') =>
  `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;${more}">${runs}</p>`;

test('Google Docs: the bold that is none goes, styles become elements', () => {
  const source = docs(
    docsLine(
      run('She ') +
        run('ran', 'font-weight:400;font-style:italic') +
        run(', ') +
        run('hard', 'font-weight:700;font-style:normal') +
        run('.'),
    ) + docsLine(run('***'), 'text-align: center;'),
  );
  assert.equal(clean(source), '<p>She <i>ran</i>, <b>hard</b>.</p><p class="u-centre">***</p>');
});

test('Google Docs: lists within lists are put into their items', () => {
  const item = (words: string) =>
    `<li dir="ltr" style="list-style-type:disc;font-size:11pt;" aria-level="1">` +
    `<p dir="ltr" role="presentation">${run(words)}</p></li>`;
  const list = '<ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;">';
  assert.equal(
    clean(docs(`${list}${item('tea')}${list}${item('green')}</ul>${item('toast')}</ul>`)),
    '<ul><li>tea<ul><li>green</li></ul></li><li>toast</li></ul>',
  );
});

test('Google Docs: breaks between all paragraphs are spacing, one among many is a gap', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((words) => docsLine(run(words)));
  assert.equal(
    clean(`${docs(`${a}<br />${b}<br />${c}<br />${d}`)}<br class="Apple-interchange-newline">`),
    '<p>a</p><p>b</p><p>c</p><p>d</p>',
  );
  assert.equal(
    clean(docs(`${a}${b}<br />${c}${d}`)),
    '<p>a</p><p>b</p><p class="u-gap">c</p><p>d</p>',
  );
});

test('LibreOffice: its classes and fonts go', () => {
  const source =
    '<meta name="generator" content="LibreOffice 24.2 (Linux)"/>' +
    '<p class="western" align="left" style="margin-bottom: 0in; line-height: 100%">' +
    '<font face="Liberation Serif, serif"><font size="3">Rain, <i>again</i></font></font></p>';
  assert.equal(clean(source), '<p class="u-left">Rain, <i>again</i></p>');
});

test('markup that no word processor wrote keeps its classes, languages and gaps', () => {
  const source = '<p class="verse" lang="fr">a</p><p>&nbsp;</p><p>b</p>';
  assert.equal(clean(source), '<p class="u-verse" lang="fr">a</p><p class="u-gap">b</p>');
});
