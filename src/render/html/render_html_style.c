/*
 * How the page looks: dark on white, or light on black where the reader's system is set so, at least 4.5 to 1 in contrast; A4
 * by Nghị định 30/2020 and dark on white when printed.
 */
#include "render/html/render_html.h"

/* The style element is read as XML too: no '<' and no '&' in here. */
static const char *const LINES[] = {
    ":root{color-scheme:light dark;--paper:#fff;--clear:#fff0;--ink:#1a1a1a;--soft:#444;--line:#595959;--faint:#767676;",
    "--link:#0b4f9e;--mark:#d9d9d9;--shadow:#0004}",
    "@media screen and (prefers-color-scheme:dark){:root{--paper:#141414;--clear:#14141400;--ink:#e8e8e8;--soft:#bdbdbd;",
    "--line:#8c8c8c;--faint:#8c8c8c;--link:#9cc4ff;--mark:#3d3d3d;--shadow:#fff4}figure svg{filter:invert(1)}}",
    "*{box-sizing:border-box}",
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}",
    "body{margin:0 auto;padding:1rem;max-width:80rem;background:var(--paper);color:var(--ink);",
    "font:1rem/1.45 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif;overflow-wrap:break-word}",
    "h1{margin:0 0 .25rem;font-size:1.4rem;line-height:1.25;text-wrap:balance}",
    ".block h1{margin-bottom:0;font-size:1.125rem;text-align:center}.block h1>span{display:block}",
    "h2{margin:0;font-size:1.0625rem;line-height:1.35;text-wrap:balance}",
    "p{margin:.25rem 0}",
    ".subject,.control{color:var(--soft)}",
    "a,summary{color:var(--link)}",
    /* A figure that holds leads to its line of the ledger without drawing the eye; one that does not is marked. */
    ".to.n{color:inherit;text-decoration:none}",
    ".m .to.n,.to.n:hover{text-decoration:underline}",
    "a:hover{text-decoration-thickness:2px}",
    ".skip{position:absolute;left:-99rem}.skip:focus{position:static;display:inline-block;padding:.35rem 0}",
    ":focus-visible{outline:3px solid var(--link);outline-offset:2px}",
    "nav{margin:.5rem 0 1rem;border-bottom:1px solid var(--faint)}",
    "summary{padding:.35rem 0;cursor:pointer}",
    "nav ul{margin:.25rem 0;padding:0;list-style:none}",
    "nav a{display:block;padding:.35rem 0}",
    "section{margin:2.5rem 0;scroll-margin-top:.5rem}",
    "footer{border-top:1px solid var(--faint);padding-top:.5rem}",
    ".annex,.title{display:block}",
    /*
     * On a narrow screen the table scrolls in its box, not the page, so that its head and labels can stay in sight; a
     * shadow at an edge says that it goes on there. On a wide one every table fits: compose makes none wider than a sheet.
     */
    ".scroll{position:relative;container-type:inline-size;overflow:auto;max-height:90vh;",
    "background:linear-gradient(to right,var(--paper) 30%,var(--clear)) 0 0/2.5rem 100% no-repeat local,",
    "linear-gradient(to left,var(--paper) 30%,var(--clear)) 100% 0/2.5rem 100% no-repeat local,",
    "linear-gradient(to right,var(--shadow),var(--clear)) 0 0/.75rem 100% no-repeat scroll,",
    "linear-gradient(to left,var(--shadow),var(--clear)) 100% 0/.75rem 100% no-repeat scroll}",
    ".open{container-type:normal;overflow:visible;max-height:none;background:none}.open .heading{max-width:none}",
    /*
     * Separate borders: collapsed ones would not move with the label column. Rows are whole pixels high: a label that is
     * moved by a part of a pixel would hide the border above it.
     */
    "table{width:100%;border-collapse:separate;border-spacing:0;border-left:1px solid var(--line);font-size:.9375rem;",
    "line-height:1.25rem}",
    "caption{padding:0 0 .5rem;text-align:center}",
    /* The heading stays in sight while a wide table is scrolled. */
    ".heading{position:sticky;left:0;max-width:100cqi;padding:0 .25rem;background:var(--paper)}",
    ".basis{font-style:italic}",
    ".unit{text-align:right;font-style:italic}",
    "th,td{padding:.3125rem .375rem;border-right:1px solid var(--line);border-bottom:1px solid var(--line);",
    "text-align:left;vertical-align:top;font-weight:400}",
    "thead th,thead td{vertical-align:middle}",
    "thead{position:sticky;top:0;z-index:2;background:var(--paper)}",
    "tbody tr,tbody th,tbody td,sup a{scroll-margin:6rem 1rem 1rem}",
    "thead tr:first-child th,thead tr:first-child td{border-top:1px solid var(--line)}",
    ".c{text-align:center}",
    ".r{text-align:right}",
    ".b{font-weight:700}",
    ".i{font-style:italic}",
    ".n{font-variant-numeric:tabular-nums;white-space:nowrap}",
    "[data-tail]::after{content:attr(data-tail);visibility:hidden}",
    ".t{min-width:6.5rem;overflow-wrap:anywhere}",
    "thead th{min-width:0}",
    ".m{background:var(--mark);box-shadow:inset 3px 0 var(--ink)}",
    "tr:target,td:target,th:target,li:target{outline:2px solid var(--link);outline-offset:-2px}",
    "sup{font-size:.7em;line-height:0;font-weight:400}",
    "sup a{padding:.5em .1em;outline-offset:0;text-decoration:none}",
    "td.d,th.d{padding-left:1.75rem}",
    /* The number of a remark stands in the margin of its cell, so that figures stay aligned. */
    ".k{padding-right:1.375rem}",
    "tbody .r sup{position:absolute;line-height:1.2}",
    ".note{max-width:60rem}",
    "@counter-style brackets{system:extends decimal;prefix:\"[\";suffix:\"] \"}",
    ".remarks{max-width:60rem;padding-left:2.25rem;list-style:brackets}",
    ".remarks li{margin:.4rem 0}",
    ".block+.scroll{margin-top:1.5rem}",
    "figure{margin:1.5rem 0;overflow-x:auto}",
    "figcaption{max-width:62rem;margin-bottom:.5rem;font-weight:700;text-align:center;text-wrap:balance}",
    "figure svg{display:block;width:100%;max-width:62rem;height:auto}.phone{display:none!important}",
    /*
     * Letters of the page in its drawings, too. They are wider than those of paper, whose length each text keeps: at this size
     * they are as long, as high without their ascenders, and not pressed together.
     */
    "@media screen{figure svg{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif}",
    "figure svg text{font-size:calc(var(--size)*.88px)}}",
    "@media screen and (max-width:40rem){.phone{display:block!important}.sheet{display:none!important}}",
    ".back summary{display:list-item}.back a{display:inline-block;margin-right:1rem;padding:.15rem 0}",
    /* The head of the decision and the signature area: two sides on any screen, as their lines belong together. */
    ".block{max-width:60rem;margin:0 auto}",
    ".pair{display:grid;column-gap:1rem}.left{grid-column:1}.right{grid-column:2}.whole{grid-column:1/3}",
    ".pair p{margin:0}",
    ".line{display:inline-block}.full{border-bottom:1px solid}",
    ".short::after{content:\"\";display:block;width:40%;margin:.2rem auto 0;border-top:1px solid}",
    "@media screen and (max-width:74.99rem){tbody th.t,.l{position:sticky;left:0;z-index:1;background:var(--paper)}",
    ".broad tbody th.t,.broad .l{min-width:14rem}tbody tr,tbody td,sup a{scroll-margin-left:15rem}}",
    "@media screen and (max-width:40rem){body{padding:.75rem}table{font-size:.875rem;line-height:1.1875rem}",
    ".pair{column-gap:.5rem;font-size:.75rem}.t{min-width:6rem}",
    ".broad tbody th.t,.broad .l{min-width:9rem;max-width:9rem}tbody tr,tbody td,sup a{scroll-margin-left:10rem}}",
    "@media screen and (min-width:75rem){.scroll{container-type:normal;overflow:visible;max-height:none;background:none}",
    ".heading{max-width:none}}",
    "@page{size:A4;margin:20mm 20mm 20mm 30mm;@top-center{content:counter(page);font:13pt \"Times New Roman\",",
    "\"Liberation Serif\",serif}}",
    "@page:first{@top-center{content:none}}",
    "@page landscape{size:A4 landscape}",
    "@media print{:root{color-scheme:only light;--line:#000}body{max-width:none;padding:0;color:#000;font:12pt/1.15 \"Times New Roman\",\"Liberation Serif\",serif}",
    /* On paper the control line stands in the margin; in the text it would often have the last sheet to itself. Nobody follows a link. */
    "header,footer,.skip,.back{display:none}",
    "section{margin:0;break-before:page}section:first-child{break-before:auto}.landscape{page:landscape}",
    ".scroll{container-type:normal;overflow:visible;max-height:none;background:none}",
    ".heading{position:static;max-width:none}",
    "h2{font-size:13pt}.block h1{font-size:14pt}.block h1>span{font-size:var(--pt)}",
    /* The columns as they are laid out for paper: nothing runs off the page. */
    "table{table-layout:fixed;border:0;border-collapse:collapse;font-size:var(--pt);line-height:1.15}",
    "th,td{padding:1.5pt 2pt;border:.5pt solid #000}.t{min-width:0}.k{padding:1.5pt 5pt 1.5pt 0}sup{font-size:.6em}",
    "thead th{overflow-wrap:normal;padding:1.5pt 2pt}",
    "thead{display:table-header-group;position:static;break-inside:avoid}tr{break-inside:avoid}",
    ".group{break-after:avoid}.total{break-before:avoid}",
    /* Notes and a signature alone on a sheet would be of nothing: the last rows go with them. */
    "tbody:last-child tr:nth-last-child(-n+2),.block{break-after:avoid}",
    ".note,.note+.block,.scroll+.block,figure{break-before:avoid}",
    ".m{box-shadow:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}",
    "a,.m .to.n{color:inherit;text-decoration:none}",
    ".block{max-width:none;break-inside:avoid}.pair p{font-size:var(--pt)}",
    ".note,.remarks{max-width:none;margin:0;font-size:11pt}.scroll+.note,.scroll+.remarks{margin-top:4pt}",
    ".block+.scroll{margin-top:9pt}caption{padding-bottom:3pt}.block h1 .line,.pair p{line-height:1.15}",
    "figure{margin:12pt 0;break-inside:avoid}figure svg,figcaption{max-width:none}}",
};

/* A string of CSS: letters beyond ASCII stand for themselves, what could end the string or the element by its number. */
static void add_css_string(struct text *out, const char *text)
{
    text_add(out, "\"");
    for (; *text; text++) {
        bool plain = (*text >= '0' && *text <= '9') || (*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z') ||
                     *text == ' ' || (unsigned char)*text >= 0x80;
        if (plain)
            text_addn(out, text, 1);
        else
            text_addf(out, "\\%x ", (unsigned)*text);
    }
    text_add(out, "\"");
}

void html_style(struct text *out, const struct report *report)
{
    text_add(out, "<style>\n");
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        text_addf(out, "%s\n", LINES[i]);
    if (report->control_line) {
        text_add(out, "@page{@bottom-left{font:10pt \"Times New Roman\",\"Liberation Serif\",serif;content:");
        add_css_string(out, report->control_line);
        text_add(out, "}}\n");
    }
    text_add(out, "</style>\n");
}
