/* phrase_kinds.c - what phrases say, and where they may stand. */
#include "phrase_kinds.h"

static const struct {
	const char *name;
	enum phrase_place place;
} kinds[PHRASES] = {
	[PHRASE_COMING_SOON] = { "coming-soon", PLACE_SENTENCE },
	[PHRASE_CONSTRUCTION] = { "construction", PLACE_SENTENCE },
	[PHRASE_COME_BACK] = { "come-back", PLACE_SENTENCE },
	[PHRASE_NO_CONTENT] = { "no-content", PLACE_SENTENCE },
	[PHRASE_NOT_FOUND] = { "not-found", PLACE_SENTENCE },
	[PHRASE_MAINTENANCE] = { "maintenance", PLACE_SENTENCE },
	[PHRASE_ACCESS_DENIED] = { "access-denied", PLACE_SENTENCE },
	[PHRASE_PARKED] = { "parked", PLACE_SENTENCE },
	[PHRASE_CMS_DEFAULT] = { "cms-default", PLACE_SENTENCE },
	[PHRASE_LOREM] = { "lorem", PLACE_FILLER },
	[PHRASE_TOKEN] = { "template-token", PLACE_TOKEN },
	[PHRASE_SCRIPT] = { "script", PLACE_SENTENCE },
	[PHRASE_SUBJECT] = { "subject", PLACE_SUBJECT },
	[PHRASE_IMAGE] = { "image", PLACE_IMAGE },
	[PHRASE_ERROR_PATH] = { "error-path", PLACE_PATH },
};

const char *
phrase_kind_name(enum phrase_kind kind)
{
	return kinds[kind].name;
}

enum phrase_place
phrase_kind_place(enum phrase_kind kind)
{
	return kinds[kind].place;
}

int
phrase_kind_of(struct str name)
{
	for (int i = 0; i < PHRASES; i++)
		if (str_eq(name, str_of(kinds[i].name)))
			return i;
	return -1;
}
