// The book's style: as little as keeps scenes, notes and verse apart. Fonts, sizes, margins and
// colours are the reader's own.
export const bookStyles = `h1 { font-size: 1.6em; line-height: 1.25; margin: 1.5em 0 1em; }
h2 { font-size: 1.1em; margin: 1.5em 0 0.5em; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; page-break-after: avoid; }
p { margin: 0 0 0.8em; }
hr { border: 0; border-top: 1px solid; margin: 1.8em auto; width: 30%; }
blockquote { margin: 0.8em 1.2em; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2em 0.5em; text-align: start; }
.cover { text-align: center; }
.cover img { max-width: 100%; max-height: 100vh; }
img { max-width: 100%; height: auto; }
.byline { font-size: 1.1em; }
.tags dt { font-weight: bold; margin-top: 0.6em; }
.tags dd { margin: 0; }
.notes { border-top: 1px solid; border-bottom: 1px solid; margin: 1.2em 0; padding: 0.2em 0; }
nav ol { list-style: none; padding-inline-start: 1.2em; }
nav li { margin: 0.3em 0; }
.u-left { text-align: left; }
.u-centre { text-align: center; }
.u-right { text-align: end; }
.u-justify { text-align: justify; }
.u-big { font-size: 1.2em; }
.u-gap { margin-top: 2em; }
`;
