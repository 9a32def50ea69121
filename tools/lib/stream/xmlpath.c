/* xmlpath.c - where in a document a streaming parse stands. */
#include "xmlpath.h"

#include <stdlib.h>

#include "../base/memory.h"

enum { MOST_NAMES = 64 };

/* Count one more child of that name of the innermost element; 0 when it has too many names. As
 * inner elements forget their children's names when left, its own are the last ones. */
static uint32_t
count_name(struct xmlpath *p, size_t first, struct str name)
{
	for (size_t i = first; i < p->n_names; i++)
		if (str_eq(p->names[i].name, name))
			return ++p->names[i].count;
	if (p->n_names - first >= MOST_NAMES)
		return 0;
	p->names = x_grow(p->names, &p->cap_names, p->n_names + 1, sizeof(*p->names));
	p->names[p->n_names++] = (struct xmlpath_name){ name, 1 };
	return 1;
}

static void
add_step(struct xmlpath *p, struct xmlpath_step step)
{
	step.first_name = p->n_names;
	p->steps = x_grow(p->steps, &p->cap, p->n + 1, sizeof(*p->steps));
	p->steps[p->n++] = step;
}

void
xmlpath_enter(struct xmlpath *p, struct str name, struct position source)
{
	struct xmlpath_step step = { .name = name, .index = 1, .source = source };

	if (p->n) {
		struct xmlpath_step *parent = &p->steps[p->n - 1];

		parent->n_children++;
		step.index = count_name(p, parent->first_name, name);
		step.of_all = step.index == 0;
		if (step.of_all)
			step.index = parent->n_children;
		if (!source.line)
			step.source = parent->source;
	}
	add_step(p, step);
}

void
xmlpath_add(struct xmlpath *p, struct str name, uint32_t index, struct position source)
{
	add_step(p, (struct xmlpath_step){ .name = name, .index = index, .source = source });
}

void
xmlpath_leave(struct xmlpath *p)
{
	p->n_names = p->steps[--p->n].first_name;
}

void
xmlpath_write(const struct xmlpath *p, struct buffer *out)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct xmlpath_step *s = &p->steps[i];

		buffer_char(out, '/');
		buffer_add(out, s->of_all ? STR("*") : s->name);
		if (!i)
			continue;
		buffer_char(out, '[');
		buffer_number(out, s->index);
		buffer_char(out, ']');
	}
}

void
xmlpath_reset(struct xmlpath *p)
{
	p->n = p->n_names = 0;
}

void
xmlpath_free(struct xmlpath *p)
{
	free(p->steps);
	free(p->names);
	*p = (struct xmlpath){ 0 };
}
