// The style of the one file: a column to read in, in light and dark, and on paper.
export const htmlFileStyles = `:root{color-scheme:light dark}
body{font:1.125rem/1.6 Literata,Georgia,serif;margin:0 auto;max-width:36rem;overflow-wrap:anywhere;
padding:3rem 1.25rem}
h1,h2,h4,h5,h6{line-height:1.25;text-wrap:balance;break-after:avoid}
h1{font-size:2rem;margin:0 0 .25rem}
h2{font-size:1.4rem;margin:0 0 1.5rem}
.byline{font-size:1.15rem;margin-bottom:1.5rem}
.chapter{border-top:1px solid;margin-top:3.5rem;padding-top:2.5rem}
.toc-heading{clip-path:inset(50%);height:1px;margin:0;overflow:hidden;position:absolute;
white-space:nowrap;width:1px}
.message,.tags,nav,.meta{font-size:.95rem}
.tags{border-block:1px solid;margin:1.5rem 0;padding:1rem 0}
.tags dt{font-weight:bold}
.tags dd{margin:0 0 .6rem}
@media (min-width:36rem){.tags{display:grid;gap:.35rem 1.25rem;
grid-template-columns:max-content 1fr}
.tags dd{margin:0}}
nav .level-2{margin-inline-start:1.5rem}
.label{font-weight:bold;margin:1.5rem 0 .25rem}
.meta blockquote{border-inline-start:3px solid;margin:0 0 1.5rem;padding-inline-start:1rem}
blockquote{margin:1rem 1.5rem}
blockquote>:first-child{margin-top:0}
blockquote>:last-child{margin-bottom:0}
pre{overflow-x:auto;white-space:pre-wrap}
table{border-collapse:collapse}
td,th{border:1px solid;padding:.2em .5em;text-align:start}
hr{border:0;border-top:1px solid;margin:2.5rem auto;width:25%}
#afterword{border-top:1px solid;margin-top:3.5rem;padding-top:1.5rem}
.u-left{text-align:left}
.u-centre{text-align:center}
.u-right{text-align:end}
.u-justify{text-align:justify}
.u-big{font-size:1.2em}
.u-gap{margin-top:3rem}
@media print{body{font-size:11pt;max-width:none;padding:0}.chapter{border:0;break-before:page}}
`;
