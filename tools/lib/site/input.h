/* input.h - where every filter gets its pages: from page lines, or from a saved site that it
 * scrapes itself. A filter only ever sees pages. */
#ifndef SITE_INPUT_H
#define SITE_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/buffer.h"
#include "../base/options.h"
#include "../page/extract.h"
#include "scraper.h"

struct input; /* options, the save's names and the rules; made by input_new() */

/* One page on its way through a filter. Exactly one of page and line is set, as the filter
 * asked, and only during each(). A line that is no page reaches no filter but one that wants
 * lines: the input has said so. */
struct input_page {
	const struct page *page;
	struct arena *arena;       /* of the page, for what need not outlive it */
	struct str line;           /* the page element's XML, without the newline */
	const struct names *names; /* of the save it is in, or NULL */
	uint32_t number;           /* among them; NAME_NONE: it is no file of the save */
	struct str file;           /* where it was read: a page file, or a file of page lines */
	uint32_t line_number;      /* in a file of page lines, from 1; else 0 */
	struct buffer out;         /* what to print for it, in order */
	void *result;              /* the filter's own, from each() to done() */
};

/* The page with all its regions and references, where the filter wants main alone: for the few
 * of which more is to be known. Only during each(). */
const struct page *input_whole(const struct input_page *in);

struct filter {
	unsigned wants;   /* enum page_wants, of pages scraped here */
	bool wants_lines; /* the filter reads XML itself: line is set, page is NULL */
	void *context;
	void (*each)(
	    void *context, struct input_page *in); /* in parallel; may fill out, result */
	void (*done)(void *context,
	    struct input_page *in); /* in order, before out is printed; may be NULL */
	void (*end)(void *context, const struct scraper *scraper,
	    bool partial); /* after all pages, while the save is open; partial: the options
	                    * left some out; may be NULL */
};

/* Ids of options from here on are the input's; a tool's own are below. */
enum { INPUT_OPTIONS = 1000 };

/* The options that choose and read pages (--base, --root, --include, --exclude, --where,
 * --files-from, -0, --max-size, --profile, -j, -q), for a tool's table, and what takes each of
 * them: true when id was one of these. But for the last two their letters are capitals: small
 * ones are the tool's own. */
extern const struct option_row input_options[];
struct input *input_new(void);
bool input_option(struct input *in, int id, const char *arg);
void input_free(struct input *in);

/* True when --quiet was given. */
bool input_is_quiet(const struct input *in);

/* What --jobs and --root (NULL: nothing) gave. */
int input_jobs(const struct input *in);
const char *input_root(const struct input *in);

/* True when --include, --exclude or --where was. */
bool input_selects(const struct input *in);

/* Run the filter over all pages of the operands (none, or "-": standard input) and print what
 * it puts out. Trouble with one file is said and does not stop the rest; reading nothing at all
 * is trouble too. Returns the number of pages. */
uint64_t input_run(struct input *in, char *const *operands, const struct filter *filter);

/* Append what the save of the operands tells of its sites, as schemas/profile.xsd has it. That
 * there is nothing to learn is trouble. */
void input_learn(struct input *in, char *const *operands, struct buffer *out);

#endif
