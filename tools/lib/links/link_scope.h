/* link_scope.h - what faults have in common that is mended at once: they are one finding. */
#ifndef LINKS_LINK_SCOPE_H
#define LINKS_LINK_SCOPE_H

#include "link_judge.h"

struct link_scope {
	enum {
		SCOPE_ADDRESS, /* nothing: each is a finding */
		SCOPE_FILES,   /* what is wrong with addresses of files, */
		SCOPE_HOST,    /* or with a host, whatever the address */
		SCOPE_FOLDER,  /* a folder nothing of which was saved, */
		SCOPE_QUERY,   /* or a parameter with which nothing was */
	} kind;
	struct str text; /* of the address: host, what ends at the slash, or "name=" */
};

/* What the save holds, as far as scopes ask. */
struct link_scopes {
	const struct link_judge *judge;
	struct strings folders;    /* as a mirror names them: host/path */
	struct strings parameters; /* names of those in queries */
};

void link_scopes_init(struct link_scopes *s, const struct link_judge *judge);
void link_scopes_free(struct link_scopes *s);

struct link_scope link_scope_of(const struct link_scopes *s, const struct link_verdict *v);

/* Append how many more addresses of a scope there are. */
void link_scope_count(struct buffer *out, const struct link_scope *scope, uint32_t more);

#endif
