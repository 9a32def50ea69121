/* baseline.c - findings that are known and accepted. */
#include "baseline.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"

static uint32_t
add_entry(struct baseline *b, struct str entry, uint32_t line, bool met)
{
	struct strings *s = &b->entries;
	size_t before = s->n;
	uint32_t number;

	if (!s->slots)
		strings_init(s);
	number = strings_add(s, entry, strings_hash(s, entry));
	if (s->n == before)
		return number;
	b->lines = x_grow(b->lines, &b->cap_lines, s->n, sizeof(*b->lines));
	b->met = x_grow(b->met, &b->cap_met, s->n, sizeof(*b->met));
	b->lines[number] = line;
	b->met[number] = met;
	return number;
}

void
baseline_read(struct baseline *b, const char *file, bool may_lack)
{
	FILE *f = fopen(file, "r");
	char *line = NULL;
	uint32_t number = 0;
	size_t cap = 0;
	ssize_t n;

	b->file = file;
	if (!f && !(may_lack && errno == ENOENT))
		die("%s: %s", file, strerror(errno));
	while (f && (n = getline(&line, &cap, f)) > 0) {
		struct str entry = { line, (size_t)n };

		if (++number == 1 && str_starts(entry, STR("\uFEFF")))
			entry = str_part(entry, 3, entry.n);
		while (str_ends(entry, STR("\n")) || str_ends(entry, STR("\r")))
			entry.n--;
		if (!entry.n || entry.p[0] == '#')
			continue;
		if (str_find_char(entry, '\t', str_find_char(entry, '\t', 0) + 1) == entry.n)
			die("%s:%u: not RULE, SOURCE and TARGET with tabs between", file,
			    number);
		add_entry(b, entry, number, false);
	}
	if (f && ferror(f))
		die("%s: %s", file, strerror(errno));
	b->n_read = b->entries.n;
	free(line);
	if (f)
		fclose(f);
}

void
baseline_free(struct baseline *b)
{
	strings_free(&b->entries);
	free(b->lines);
	free(b->met);
	*b = (struct baseline){ 0 };
}

static void
add_encoded(struct buffer *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r' || s.p[i] == '%')
			buffer_printf(out, "%%%02X", (unsigned)s.p[i]);
		else
			buffer_char(out, s.p[i]);
}

static struct buffer
entry_of(struct str rule, struct str source, struct str target)
{
	struct buffer entry = { 0 };

	buffer_add(&entry, rule);
	buffer_char(&entry, '\t');
	add_encoded(&entry, source);
	buffer_char(&entry, '\t');
	add_encoded(&entry, target);
	return entry;
}

bool
baseline_knows(struct baseline *b, struct str rule, struct str source, struct str target)
{
	struct buffer entry;
	uint32_t found;

	if (!b->n_read)
		return false;
	entry = entry_of(rule, source, target);
	found = strings_find(
	    &b->entries, buffer_str(&entry), strings_hash(&b->entries, buffer_str(&entry)));
	buffer_free(&entry);
	if (found == STRING_NONE || found >= b->n_read)
		return false;
	b->met[found] = true;
	return true;
}

void
baseline_add(struct baseline *b, struct str rule, struct str source, struct str target)
{
	struct buffer entry = entry_of(rule, source, target);

	add_entry(b, buffer_str(&entry), 0, true);
	buffer_free(&entry);
}

static int
compare_entries(const void *left, const void *right)
{
	return str_cmp(*(const struct str *)left, *(const struct str *)right);
}

static void
print_entries(const struct baseline *b, bool all, FILE *f)
{
	struct str *sorted = x_calloc(b->entries.n + 1, sizeof(*sorted));
	size_t n = 0;

	for (uint32_t i = 0; i < b->entries.n; i++)
		if (all || b->met[i])
			sorted[n++] = strings_text(&b->entries, i);
	qsort(sorted, n, sizeof(*sorted), compare_entries);
	fputs("# known findings: RULE, SOURCE and TARGET\n", f);
	for (size_t i = 0; i < n; i++)
		fprintf(f, "%.*s\n", (int)sorted[i].n, sorted[i].p);
	free(sorted);
}

static int
write_to(const struct baseline *b, bool all, const char *file)
{
	FILE *f = fopen(file, "w");
	bool failed;

	if (!f)
		return -1;
	print_entries(b, all, f);
	failed = ferror(f) != 0;
	return fclose(f) == 0 && !failed ? 0 : -1;
}

/* A file beside the old one that takes its place: no failure leaves half of it. */
static int
replace(const struct baseline *b, bool all, const char *file)
{
	struct buffer name = { 0 };
	int result, reason;

	buffer_printf(&name, "%s.new", file);
	result = write_to(b, all, name.data);
	if (result == 0)
		result = rename(name.data, file);
	reason = errno;
	if (result == -1)
		unlink(name.data);
	errno = reason;
	buffer_free(&name);
	return result;
}

/* What a link leads to is replaced, not the link; and no device or pipe is. */
int
baseline_write(const struct baseline *b, bool all)
{
	char *real = realpath(b->file, NULL);
	const char *file = real ? real : b->file;
	struct stat st;
	int result;

	if (stat(file, &st) == 0 && !S_ISREG(st.st_mode))
		result = write_to(b, all, file);
	else
		result = replace(b, all, file);
	if (result == -1)
		trouble(b->file, "%s", strerror(errno));
	free(real);
	return result;
}
