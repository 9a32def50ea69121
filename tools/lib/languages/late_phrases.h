/* late_phrases.h - the phrases of stubs, which few runs need. */
#ifndef LANGUAGES_LATE_PHRASES_H
#define LANGUAGES_LATE_PHRASES_H

#include <pthread.h>

struct phrases;

/* Read when the first short body is met. Start with LATE_PHRASES_NONE;
 * late_phrases_free() takes what was never read too. */
struct late_phrases {
	pthread_mutex_t access;
	struct phrases *read;
};
#define LATE_PHRASES_NONE                                                                      \
	{                                                                                      \
		.access = PTHREAD_MUTEX_INITIALIZER                                            \
	}
void late_phrases_free(struct late_phrases *late);

#endif
