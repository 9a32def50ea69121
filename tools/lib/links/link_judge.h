/* link_judge.h - what is wrong with the references of a site, once all its pages are known. */
#ifndef LINKS_LINK_JUDGE_H
#define LINKS_LINK_JUDGE_H

#include "../site/lookalikes.h"
#include "../site/redirects.h"
#include "../stream/names.h"
#include "link_graph.h"

/* How the pages came to be on disk, which tells what a place that is not there means. */
enum link_saver {
	SAVER_UNKNOWN, /* to be found out */
	SAVER_NONE,    /* a generator built them: all there is is here */
	SAVER_MIRROR,  /* wget and its like: folders named after hosts */
	SAVER_HTTRACK, /* the same, and what was saved is linked by relative paths */
	SAVER_PAGES,   /* single pages, saved one by one by a browser or for an archive */
};

struct link_verdict {
	uint32_t group;
	enum link_rule rule;
	enum level level;
	struct str text; /* what is to say of the group, without its places */
};

/* What URLs begin with, after the scheme, that lie in the save below a path. */
struct link_mapping {
	struct str url, path;
};

enum { MAPPINGS = 16, MOST_HOPS = 20 }; /* at most, of redirects one behind the other */

struct link_judge {
	struct link_graph *graph;
	const struct names *names; /* of the save; NULL: pages came as lines */
	struct link_levels levels;
	bool strict;
	enum link_saver saver;
	struct str *roots; /* prefixes of paths in the save, each with its slash; may be none */
	size_t n_roots, cap_roots;
	bool roots_guessed; /* from the paths of page lines */
	struct redirects redirects;

	bool has_base;              /* the save's address was given: that alone is its own */
	struct strings hosts;       /* of the pages themselves */
	struct strings https_hosts; /* that something links to by https */
	struct lookalikes lookalikes;
	struct link_mapping mappings[MAPPINGS];
	size_t n_mappings;
	size_t n_suggested; /* faults for which something near was looked for */
	struct arena arena;
	struct link_verdict *verdicts;
	size_t n_verdicts, cap_verdicts;
	uint64_t n_external, n_checked, n_unread_fragments, n_unanswered;
};

/* Judge all groups of the graph, whose places have been settled. Zero-initialise; the members
 * down to redirects are the caller's. */
void link_judge_run(struct link_judge *j);
void link_judge_free(struct link_judge *j);

/* True for a place outside the site. */
bool link_is_external(const struct link_judge *j, uint32_t dest);

#endif
