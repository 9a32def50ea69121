/* phrase_kinds.h - what phrases say, and where they may stand. */
#ifndef PAGE_PHRASE_KINDS_H
#define PAGE_PHRASE_KINDS_H

#include "../base/str.h"

/* schemas/stub.phrases says of each what it is. */
enum phrase_kind {
	PHRASE_COMING_SOON,
	PHRASE_CONSTRUCTION,
	PHRASE_COME_BACK,
	PHRASE_NO_CONTENT,
	PHRASE_NOT_FOUND,
	PHRASE_MAINTENANCE,
	PHRASE_ACCESS_DENIED,
	PHRASE_PARKED,
	PHRASE_CMS_DEFAULT,
	PHRASE_LOREM,
	PHRASE_TOKEN,
	PHRASE_SCRIPT,
	PHRASE_SUBJECT,
	PHRASE_IMAGE,
	PHRASE_ERROR_PATH,
	PHRASES
};

/* Where a phrase may stand: what its kind is matched against. */
enum phrase_place {
	PLACE_SENTENCE,
	PLACE_SUBJECT, /* a sentence too */
	PLACE_FILLER,  /* a passage; so is the next */
	PLACE_TOKEN,
	PLACE_IMAGE,
	PLACE_PATH,
	PLACES
};

/* "coming-soon" and so on; the kind of that name, or -1. */
const char *phrase_kind_name(enum phrase_kind kind);
int phrase_kind_of(struct str name);

enum phrase_place phrase_kind_place(enum phrase_kind kind);

#endif
