/* grammar_print.c - tables of a schema that are built into a program. */
#include "grammar_print.h"

#include <inttypes.h>
#include <stdlib.h>

#include "../base/data.h"
#include "../base/memory.h"
#include "grammar_tables.h"

/* The hash of a file below the folder of the schema at path (absolute); 0 when it cannot be
 * read. */
static uint64_t
hash_file(const char *path, struct str name)
{
	struct buffer place = { 0 };
	uint64_t hash;

	buffer_printf(&place, "%.*s%.*s", (int)(strrchr(path, '/') + 1 - path), path,
	    (int)name.n, name.p);
	hash = data_hash(place.data);
	buffer_free(&place);
	return hash;
}

bool
grammar_is_of(const struct grammar *g, const char *path)
{
	char *real = realpath(path, NULL);
	bool same = real && str_eq(g->files[0].name, str_of(strrchr(real, '/') + 1));

	for (unsigned i = 0; i < g->n_files && same; i++)
		same =
		    g->files[i].hash && hash_file(real, g->files[i].name) == g->files[i].hash;
	free(real);
	return same;
}

/* An array that is printed: numbers of one or two bytes. Those of the same bytes are one. */
struct array {
	const void *data;
	size_t n, size;
};

/* Other things that are printed, each once. */
struct list {
	const void **things;
	size_t n, cap;
};

struct printer {
	FILE *out;
	const struct grammar *grammar;
	struct array *arrays;
	size_t n_arrays, cap_arrays;
	struct list values, patterns;
};

static void
print_literal(FILE *out, struct str s)
{
	putc('"', out);
	for (size_t i = 0; i < s.n; i++)
		fprintf(out, is_alpha(s.p[i]) ? "%c" : "\\%03o", (unsigned char)s.p[i]);
	putc('"', out);
}

static void
print_str(FILE *out, struct str s)
{
	fputs("STR_INIT(", out);
	print_literal(out, s);
	fputs(")", out);
}

static size_t
array_number(const struct printer *p, const void *data, size_t n, size_t size)
{
	size_t i = 0;

	while (i < p->n_arrays && !(p->arrays[i].n == n && p->arrays[i].size == size &&
				      memcmp(p->arrays[i].data, data, n * size) == 0))
		i++;
	return i;
}

static void
print_array(struct printer *p, const void *data, size_t n, size_t size)
{
	size_t number = array_number(p, data, n, size);

	if (number < p->n_arrays)
		return;
	p->arrays = x_grow(p->arrays, &p->cap_arrays, number + 1, sizeof(*p->arrays));
	p->arrays[p->n_arrays++] = (struct array){ data, n, size };
	fprintf(p->out, "static uint%zu_t array_%zu[] = {", size * 8, number);
	for (size_t i = 0; i < n; i++)
		fprintf(p->out, "%u,",
		    size == 1 ? ((const uint8_t *)data)[i] : ((const uint16_t *)data)[i]);
	fputs("};\n", p->out);
}

/* The arrays of an automaton; and then what refers to it. */
static void
print_automaton_arrays(struct printer *p, const struct automaton *a)
{
	print_array(p, a->next, (size_t)a->n_states * a->symbols, sizeof(*a->next));
	print_array(p, a->accepts, a->n_states, sizeof(*a->accepts));
}

static void
print_automaton(const struct printer *p, const struct automaton *a)
{
	if (!a) {
		fputs("NULL", p->out);
		return;
	}
	fprintf(p->out, "&(struct automaton){ array_%zu, (bool *)array_%zu, %u, %u }",
	    array_number(p, a->next, (size_t)a->n_states * a->symbols, sizeof(*a->next)),
	    array_number(p, a->accepts, a->n_states, sizeof(*a->accepts)), a->symbols,
	    a->n_states);
}

static size_t
number_in(const struct list *l, const void *thing)
{
	size_t i = 0;

	while (i < l->n && l->things[i] != thing)
		i++;
	return i;
}

/* Add a thing that is to be printed; false when it has been. */
static bool
add(struct list *l, const void *thing)
{
	if (number_in(l, thing) < l->n)
		return false;
	l->things = x_grow(l->things, &l->cap, l->n + 1, sizeof(*l->things));
	l->things[l->n++] = thing;
	return true;
}

static void
print_pattern(struct printer *p, const struct value_pattern *pattern)
{
	if (!add(&p->patterns, pattern))
		return;
	if (pattern->automaton)
		print_automaton_arrays(p, pattern->automaton);
	fprintf(p->out, "static struct value_pattern pattern_%zu = { .automaton = ",
	    number_in(&p->patterns, pattern));
	print_automaton(p, pattern->automaton);
	fputs(", .source = ", p->out);
	print_literal(p->out, str_of(pattern->source));
	fprintf(
	    p->out, ", .step = %u, .access = PTHREAD_MUTEX_INITIALIZER };\n", pattern->step);
}

static void
print_value(struct printer *p, const struct value_type *t)
{
	if (!add(&p->values, t))
		return;
	for (size_t i = 0; i < t->n_patterns; i++)
		print_pattern(p, t->patterns[i]);
	fprintf(p->out,
	    "static const struct value_type value_%zu = { .form = %d, .any = %d, "
	    ".shortest = %zuu, .longest = %zuu, .least = UINT64_C(%" PRIu64
	    "), .most = UINT64_C(%" PRIu64 ")",
	    number_in(&p->values, t), t->form, t->any, t->shortest, t->longest, t->least,
	    t->most);
	if (t->n_patterns)
		fprintf(p->out, ", .n_patterns = %zu, .patterns = (struct value_pattern *[]){ ",
		    t->n_patterns);
	for (size_t i = 0; i < t->n_patterns; i++)
		fprintf(p->out, "&pattern_%zu, ", number_in(&p->patterns, t->patterns[i]));
	if (t->n_patterns)
		fputs("}", p->out);
	if (t->n_listed)
		fprintf(
		    p->out, ", .n_listed = %zu, .listed = (const struct str[]){ ", t->n_listed);
	for (size_t i = 0; i < t->n_listed; i++) {
		print_str(p->out, t->listed[i]);
		fputs(", ", p->out);
	}
	fputs(t->n_listed ? "} };\n" : " };\n", p->out);
}

/* What a type refers to; and then the type itself. */
static void
print_type_parts(struct printer *p, const struct element_type *t)
{
	if (t->value)
		print_value(p, t->value);
	if (t->content)
		print_automaton_arrays(p, t->content);
	if (t->inner)
		print_array(p, t->inner, p->grammar->elements.n + 1, sizeof(*t->inner));
	if (t->use_of)
		print_array(p, t->use_of, p->grammar->attributes.n + 1, sizeof(*t->use_of));
	for (size_t i = 0; t->uses && t->uses[i]; i++)
		print_value(p, t->uses[i]);
}

static void
print_type(const struct printer *p, const struct element_type *t)
{
	fprintf(p->out,
	    "\t&(struct element_type){ .kind = %d, .required = UINT64_C(%" PRIu64 ")", t->kind,
	    t->required);
	if (t->value)
		fprintf(p->out, ", .value = &value_%zu", number_in(&p->values, t->value));
	fputs(", .content = ", p->out);
	print_automaton(p, t->content);
	if (t->inner)
		fprintf(p->out, ", .inner = array_%zu",
		    array_number(p, t->inner, p->grammar->elements.n + 1, sizeof(*t->inner)));
	if (t->use_of)
		fprintf(p->out, ", .use_of = array_%zu",
		    array_number(
			p, t->use_of, p->grammar->attributes.n + 1, sizeof(*t->use_of)));
	if (t->uses && t->uses[0])
		fputs(", .uses = (const struct value_type *[]){ ", p->out);
	for (size_t i = 0; t->uses && t->uses[i]; i++)
		fprintf(p->out, "&value_%zu, ", number_in(&p->values, t->uses[i]));
	fputs(t->uses && t->uses[0] ? "} },\n" : " },\n", p->out);
}

static void
print_names(const struct printer *p, const char *what, const struct name_table *t)
{
	fprintf(p->out, "\t.%s = { .n = %u", what, t->n);
	if (t->n)
		fprintf(p->out, ", .slots = array_%zu, .names = (struct name[]){ { { 0 }, 0 },",
		    array_number(p, t->slots, NAME_SLOTS, sizeof(*t->slots)));
	for (unsigned i = 1; i <= t->n; i++) {
		fputs("\n\t\t{ ", p->out);
		print_str(p->out, t->names[i].name);
		fprintf(p->out, ", %u },", t->names[i].space);
	}
	fputs(t->n ? " } },\n" : " },\n", p->out);
}

/* What the constant refers to. */
static void
print_parts(struct printer *p)
{
	const struct grammar *g = p->grammar;

	for (unsigned i = 1; i < g->n_types; i++)
		print_type_parts(p, g->types[i]);
	if (g->elements.n)
		print_array(p, g->elements.slots, NAME_SLOTS, sizeof(*g->elements.slots));
	if (g->attributes.n)
		print_array(p, g->attributes.slots, NAME_SLOTS, sizeof(*g->attributes.slots));
	fputs("static struct element_type *types[] = {\n\tNULL,\n", p->out);
	for (unsigned i = 1; i < g->n_types; i++)
		print_type(p, g->types[i]);
	fputs("};\n", p->out);
}

static int
print_files(const struct printer *p, const char *path)
{
	const struct grammar *g = p->grammar;
	char *real = realpath(path, NULL);
	bool good = real != NULL;

	fprintf(p->out, "\t.n_files = %u, .files = {\n", g->n_files);
	for (unsigned i = 0; i < g->n_files && good; i++) {
		uint64_t hash = hash_file(real, g->files[i].name);

		good = hash != 0;
		fputs("\t\t{ ", p->out);
		print_str(p->out, g->files[i].name);
		fprintf(p->out, ", UINT64_C(%" PRIu64 ") },\n", hash);
	}
	fputs("\t},\n", p->out);
	free(real);
	return good ? 0 : -1;
}

int
grammar_print(const struct grammar *g, const char *path, const char *name, FILE *out)
{
	struct printer p = { .out = out, .grammar = g };
	int rc;

	fputs("#include \"lib/stream/grammar_tables.h\"\n", out);
	print_parts(&p);
	fprintf(out, "const struct grammar %s = {\n\t.types = types, .n_types = %u,\n", name,
	    g->n_types);
	print_names(&p, "elements", &g->elements);
	print_names(&p, "attributes", &g->attributes);
	fprintf(out, "\t.n_spaces = %u, .spaces = { { 0 }, ", g->n_spaces);
	for (unsigned i = 1; i <= g->n_spaces; i++) {
		print_str(out, g->spaces[i]);
		fputs(", ", out);
	}
	fputs("},\n\t.roots = { ", out);
	for (unsigned i = 1; i <= g->elements.n; i++)
		if (g->roots[i])
			fprintf(out, "[%u] = %u, ", i, g->roots[i]);
	fputs("},\n", out);
	rc = print_files(&p, path);
	fputs("};\n", out);
	free(p.arrays);
	free(p.values.things);
	free(p.patterns.things);
	return rc;
}
