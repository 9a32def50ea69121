/* head.h - what a page declares of itself: title, language, meta elements. */
#ifndef PAGE_HEAD_H
#define PAGE_HEAD_H

#include "blocks.h"
#include "page.h"

/* Text of the first HTML title element (WHATWG document.title), white space folded, or absent.
 */
struct str document_title(struct arena *a, const struct html_document *doc);

/* lang of the html element, or XHTML's xml:lang, as written, or absent (WHATWG 3.2.6.2). */
struct str document_language(const struct html_document *doc);

/* Fill in title, lang, lang_declared, charset and metas. b may be NULL. */
void head_extract(struct arena *a, const struct html_document *doc, const struct blocks *b,
    struct position_finder *where, struct page *page);

#endif
