/* finding.h - what a check has to say, and the forms in which it is said. */
#ifndef STREAM_FINDING_H
#define STREAM_FINDING_H

#include "../base/buffer.h"
#include "../html/position.h"

enum level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR };

/* In place of a level: nothing is said. */
enum { LEVEL_OFF = -1 };

struct finding {
	enum level level;
	const char *rule;   /* the id of one */
	struct str file;    /* what to open */
	struct position at; /* in file; line 0: the file as a whole */
	struct str page;    /* path of the page it is about, where that is not file */
	struct str xpath;   /* of the element in the page line, absent where there is none */
	struct str text;    /* lower case, no full stop, the offending value in 'quotes' */
};

/* What a check can find, and how grave it is. */
struct finding_rule {
	const char *id; /* such as "lint.schema" */
	enum level level;
};

/* The index among n rules of that id, with or without what stands before its '.'; or -1. */
int finding_rule_of(const struct finding_rule *rules, int n, const char *id);

/* A form of output: what stands before, for and after findings. begin and end may be NULL. */
struct finding_writer {
	const char *name; /* "text", "csv", "xml", "json" */
	void (*begin)(struct buffer *out);
	void (*write)(struct buffer *out, const struct finding *f);
	void (*end)(struct buffer *out);
};

/* The writer of that name, or NULL. */
const struct finding_writer *finding_writer(const char *name);

/* "error", "warning", "note"; the level of that name, or -1. */
const char *level_name(enum level level);
int level_of(const char *name);

#endif
