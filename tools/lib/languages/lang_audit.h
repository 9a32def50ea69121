/* lang_audit.h - all that the check of languages says of a save, in order. */
#ifndef LANGUAGES_LANG_AUDIT_H
#define LANGUAGES_LANG_AUDIT_H

#include "completeness.h"
#include "lang_rules.h"

/* One analysis. Fill in source (a tag, absent: found out); lang_analyse() does the rest. */
struct lang_analysis {
	struct versions *all;
	struct translations groups;
	struct completeness_context context;
	struct completeness *judged; /* of each version */
	uint32_t *languages;         /* strings: tags in which there are versions, by falling
	                              * number of these, then of fragments in it */
	size_t n_languages;
};

/* Index the versions, find their languages and groups, and judge each. */
void lang_analyse(struct lang_analysis *a, struct versions *all, struct str source);
void lang_analysis_free(struct lang_analysis *a);

/* The state of a group in a language (a string), and the version, NONE where it is missing. */
enum matter lang_state(
    const struct lang_analysis *a, uint32_t group, uint32_t language, uint32_t *version);

/* The version that stands for a group: that in the source language, else the first. */
uint32_t lang_head(const struct lang_analysis *a, uint32_t group);

/* Say all findings: page by page in the order of the input, then those of the site. */
void lang_audit(const struct lang_analysis *a, const struct lang_listener *listener);

#endif
