/* stub.c - is this page a stub, by itself. */
#include "stub.h"

#include "stub_signs.h"

void
stub_evidence(const struct phrases *phrases, struct arena *a, const struct page *page,
    const struct prose *prose, struct str now, struct evidence_list *list, bool *scripted)
{
	const struct suspect s = { phrases, a, page, prose, list };

	*scripted = stub_is_scripted(&s, stub_words(&s));
	stub_form(&s, now);
}

bool
stub_page(
    const struct phrases *phrases, struct arena *a, const struct page *page, struct stub *stub)
{
	struct evidence_list list = { 0 };
	const struct evidence *strongest;
	struct prose prose;
	bool scripted;

	*stub = (struct stub){ STUB_NONE };
	prose_read(a, page, &prose);
	stub_evidence(phrases, a, page, &prose, (struct str){ 0 }, &list, &scripted);
	stub->verdict = evidence_verdict(&list, STUB_LEAST / 100.0, &stub->confidence);
	strongest = evidence_strongest(&list, stub->verdict);
	if (strongest) {
		stub->at = strongest->at;
		stub->text = strongest->text;
	}
	return stub->verdict != STUB_NONE && stub->verdict != STUB_THIN;
}
