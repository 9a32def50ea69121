/* evidence.c - weighing what speaks for a page being a stub. */
#include "evidence.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const names[STUB_VERDICTS] = {
	[STUB_NONE] = "none",
	[STUB_PLACEHOLDER] = "placeholder",
	[STUB_SOFT404] = "soft404",
	[STUB_LOREM] = "lorem",
	[STUB_DEFAULT] = "default",
	[STUB_TOKEN] = "token",
	[STUB_EMPTY] = "empty",
	[STUB_DUPLICATE] = "duplicate",
	[STUB_THIN] = "thin",
};

const char *
stub_verdict_name(enum stub_verdict verdict)
{
	return names[verdict];
}

/* Print into the arena. */
static struct str
print(struct arena *a, const char *format, va_list ap)
{
	va_list again;
	char *text;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, format, ap);
	text = arena_alloc(a, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	return (struct str){ text, (size_t)n };
}

void
evidence_add(struct arena *a, struct evidence_list *list, enum stub_verdict verdict,
    double weight, struct position at, const char *text, ...)
{
	struct evidence *e;
	va_list ap;

	if (!(weight > 0))
		return;
	e = arena_zalloc(a, sizeof(*e));
	e->verdict = verdict;
	e->weight = weight;
	e->at = at;
	va_start(ap, text);
	e->text = print(a, text, ap);
	va_end(ap);
	if (list->last)
		list->last->next = e;
	else
		list->first = e;
	list->last = e;
}

double
evidence_confidence(const struct evidence_list *list, enum stub_verdict verdict)
{
	double doubt = 1;

	for (const struct evidence *e = list->first; e; e = e->next)
		if (e->verdict == verdict)
			doubt *= 1 - e->weight;
	return 1 - doubt;
}

const struct evidence *
evidence_strongest(const struct evidence_list *list, enum stub_verdict verdict)
{
	const struct evidence *best = NULL;

	for (const struct evidence *e = list->first; e; e = e->next)
		if (e->verdict == verdict && (!best || e->weight > best->weight))
			best = e;
	return best;
}

enum stub_verdict
evidence_verdict(const struct evidence_list *list, double least, double *confidence)
{
	enum stub_verdict best = STUB_NONE;

	*confidence = 0;
	for (int v = STUB_NONE + 1; list->first && v < STUB_VERDICTS; v++) {
		double sure = evidence_confidence(list, (enum stub_verdict)v);

		if (v >= STUB_DUPLICATE && best != STUB_NONE)
			break;
		if (sure >= least && sure > *confidence) {
			best = (enum stub_verdict)v;
			*confidence = sure;
		}
	}
	return best;
}
