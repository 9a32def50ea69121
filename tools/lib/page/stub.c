/* stub.c - is this page a stub, by itself. */
#include "stub.h"

bool
stub_page(
    const struct phrases *phrases, struct arena *a, const struct page *page, struct stub *stub)
{
	struct evidence_list list = { 0 };
	const struct evidence *strongest;
	struct prose prose;
	const struct suspect suspect = { phrases, a, page, &prose, &list };

	*stub = (struct stub){ STUB_NONE };
	prose_read(a, page, &prose);
	stub_words(&suspect);
	stub_form(&suspect, (struct str){ 0 });
	stub->verdict = evidence_verdict(&list, STUB_LEAST / 100.0, &stub->confidence);
	strongest = evidence_strongest(&list, stub->verdict);
	if (strongest) {
		stub->at = strongest->at;
		stub->text = strongest->text;
	}
	return stub->verdict != STUB_NONE && stub->verdict != STUB_THIN;
}
