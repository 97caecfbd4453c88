// How the pages look, in Typst: a book of A5, that two pages of fit a sheet of A4.
export const pageStyles = `
#let mono = ("DejaVu Sans Mono",)
#let running = state("running", "")
#set page(
  width: 148mm, height: 210mm, margin: (x: 19mm, top: 22mm, bottom: 22mm),
  header: context {
    let words = running.get()
    if words != "" { set text(size: 8pt); align(center, emph(words)) }
  },
  footer: context {
    if here().page() > 1 { set text(size: 8.5pt); align(center, counter(page).display("1")) }
  },
)
#set text(size: 10.5pt, hyphenate: true, overhang: true, costs: (widow: 200%, orphan: 200%))
#set par(justify: true, leading: 0.62em, spacing: 0.62em, first-line-indent: 1.3em)
#set smartquote(enabled: false)
#set list(indent: 0.6em, spacing: 0.5em)
#set enum(indent: 0.6em, spacing: 0.5em)
#set table(stroke: 0.4pt, inset: 4pt)
#set underline(offset: 0.15em)
#show link: set text(fill: rgb("#1d4e89"))
#show heading: set text(hyphenate: false, weight: 700)
#show heading: set par(justify: false, first-line-indent: 0pt)
#show heading.where(level: 1): it => block(
  width: 100%, above: 0pt, below: 22pt, inset: (top: 42pt), sticky: true,
  align(center, text(size: 17pt, it.body)),
)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 4): set text(size: 10.5pt)
#show heading.where(level: 5): set text(size: 10.5pt, style: "italic")
#let plain(body) = { set par(justify: false, first-line-indent: 0pt); body }
#let scene = block(
  width: 100%, above: 1.3em, below: 1.3em,
  align(center, plain(text("*   *   *", font: "Literata"))),
)
#let gap = v(1.4em)
#let aside(side, body) = block(width: 100%, align(side, plain(body)))
#let quoted(body) = block(width: 100%, inset: (x: 1.3em), above: 0.9em, below: 0.9em, {
  set par(first-line-indent: 0pt, spacing: 0.8em)
  body
})
#let typed(body) = block(width: 100%, above: 0.9em, below: 0.9em, {
  set text(hyphenate: false)
  set par(justify: false)
  raw(body, block: true)
})
#show raw: set text(font: mono, size: 8.5pt)
#let within(level, body) = heading(level: level, outlined: false, bookmarked: true, body)
#let opening(name, level) = {
  running.update("")
  pagebreak(weak: true)
  if level == 2 { v(34pt) }
  heading(level: level, name)
  if level == 2 { v(12pt) }
  running.update(name)
}
#let bar = 1.2pt + luma(150)
#let noted(label, body) = context block(width: 100%, above: 1em, below: 1.4em, inset: (x: 1em),
  stroke: if text.dir == rtl { (right: bar) } else { (left: bar) }, {
  set text(size: 9.5pt)
  set par(first-line-indent: 0pt, spacing: 0.8em)
  block(below: 0.7em, sticky: true, text(weight: 700, lang: "en", dir: ltr, label))
  body
})
#let title-page(name, byline, series, source, address, lacking) = {
  set page(header: none, footer: none)
  plain({
    v(1fr)
    set align(center)
    set text(hyphenate: false)
    let size = if name.len() < 60 { 27pt } else if name.len() < 200 { 20pt } else { 15pt }
    text(size: size, weight: 700, name)
    v(10pt)
    text(size: 13pt, byline)
    v(14pt)
    for one in series { text(size: 10pt, emph(one)); linebreak() }
    v(2fr)
    set text(size: 8.5pt)
    text(lang: "en", dir: ltr, source)
    linebreak()
    link(address)
    if lacking != "" { v(10pt); emph(text(lang: "en", dir: ltr, lacking)) }
  })
  pagebreak()
}
#let facts(rows) = plain({
  set text(size: 9.5pt, hyphenate: false)
  block(below: 1.6em, grid(
    columns: (auto, 1fr), column-gutter: 1.2em, row-gutter: 0.75em,
    ..rows.map(((label, value)) => {
      (text(weight: 700, lang: "en", dir: ltr, label), value)
    }).flatten(),
  ))
})
#let contents(name) = {
  pagebreak(weak: true)
  plain(block(below: 18pt, inset: (top: 30pt), text(size: 15pt, weight: 700, name)))
  show outline.entry: set block(above: 0.85em)
  set par(justify: false, first-line-indent: 0pt)
  outline(title: none, depth: 2, indent: 1.2em)
}
`;
