/* stub.h - is this page a stub: what it says of itself, without looking at other pages.
 *
 * Phrases count by what else the body holds: the fewer other words, the more a phrase is what
 * the page has to say. So an article that contains "page not found" is no stub. */
#ifndef PAGE_STUB_H
#define PAGE_STUB_H

#include "evidence.h"
#include "page.h"
#include "phrases.h"
#include "prose.h"

/* What a page's evidence comes to by itself. */
struct stub {
	enum stub_verdict verdict; /* STUB_NONE: it is a page like others */
	double confidence;         /* 0 to 1 */
	struct position at;        /* of the strongest evidence; line 0: the page as a whole */
	struct str text;           /* of the strongest evidence */
};

enum { STUB_LEAST = 50 }; /* percent: the confidence from which a page is called a stub */

/* True where the page, wanted with all (WANT_ALL), is a placeholder, an error message, filler,
 * a default, an unfilled template or empty. Strings are in the arena. Safe from any thread. */
bool stub_page(
    const struct phrases *phrases, struct arena *a, const struct page *page, struct stub *stub);

/* The same piece by piece, for verdicts that weigh other pages too. now: "YYYY-MM-DD", dates
 * after it lie in the future; absent: none does. *scripted: a script draws what there is. */
void stub_evidence(const struct phrases *phrases, struct arena *a, const struct page *page,
    const struct prose *prose, struct str now, struct evidence_list *list, bool *scripted);

#endif
