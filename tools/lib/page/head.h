/* head.h - what a page declares of itself: title, language, meta elements. */
#ifndef PAGE_HEAD_H
#define PAGE_HEAD_H

#include "../base/arena.h"
#include "../html/html.h"
#include "../html/position.h"
#include "page.h"

/* Text of the first HTML title element (WHATWG document.title), white space folded, or absent.
 */
struct str document_title(struct arena *a, const struct html_document *doc);

/* Fill in title, lang, lang_declared, charset and metas. */
void head_extract(struct arena *a, const struct html_document *doc,
    struct position_finder *where, struct page *page);

#endif
