/* duplicates.c - clusters of bodies, by union and find over verified pairs. */
#include "duplicates.h"

#include <pthread.h>
#include <stdlib.h>

#include "../base/bits.h"
#include "../base/memory.h"
#include "../base/sort.h"
#include "../base/spill.h"

enum {
	LEAST_WORDS = 8,
	MANY = 512,      /* shingles, of which a sketch is kept as well */
	MOST_TRIES = 64, /* bodies that one is held against in a bucket */
	KEPT = 32 << 20, /* bytes of shingles that stay in memory */
	UNLIKE_BITS = 12,
	UNLIKE = 1 << UNLIKE_BITS,
};

#define NO_BODY UINT32_MAX

struct body {
	uint64_t shingles; /* where they are in the spill; the tags of a sketch before them */
	uint32_t n : 30;   /* how many */
	uint32_t is_set : 1, has_tags : 1; /* is_set: each is there once */
	uint32_t parent; /* in its cluster, itself at the root: always a body before it */
	uint32_t partner;
	uint32_t language; /* of the cluster, at its root */
	double similarity;
};

struct duplicates {
	double threshold;
	unsigned tags_shared; /* by bodies as alike as that, at least */
	struct bands bands;
	struct body *bodies;
	uint64_t *hashes; /* of whole bodies, 0: too short */
	uint32_t *band_hashes;
	size_t n, cap, hashes_cap, bands_cap;
	struct str *languages; /* [0] is absent */
	size_t n_languages, languages_cap;
	struct arena arena;
	struct spill spill;
	pthread_mutex_t keeping; /* of the spill, while bodies are read */
	uint32_t *shingles;      /* of a body that is compared, where it is not in memory */
	size_t shingles_cap;
	struct shingle_set held, other; /* held: what others are compared with */
	uint32_t held_body;             /* whose that is, NO_BODY: nobody's */
	uint64_t unlike[UNLIKE];        /* pairs that were, by their hashes: two bodies each */
};

/* Room for what is looked through. */
struct room {
	uint64_t *entries, *more;
	uint32_t *tried;
};

struct duplicates *
duplicates_new(double threshold)
{
	struct duplicates *d = x_calloc(1, sizeof(*d));

	d->threshold = threshold;
	d->tags_shared = tags_shared_least(threshold);
	d->bands = bands_for(threshold);
	d->spill = (struct spill){ .fd = -1, .most = KEPT };
	pthread_mutex_init(&d->keeping, NULL);
	d->held_body = NO_BODY;
	d->languages = x_grow(d->languages, &d->languages_cap, 1, sizeof(*d->languages));
	d->languages[d->n_languages++] = (struct str){ 0 };
	return d;
}

void
duplicates_free(struct duplicates *d)
{
	if (!d)
		return;
	spill_free(&d->spill);
	pthread_mutex_destroy(&d->keeping);
	arena_free(&d->arena);
	free(d->bodies);
	free(d->hashes);
	free(d->band_hashes);
	free(d->languages);
	free(d->shingles);
	shingle_set_free(&d->held);
	shingle_set_free(&d->other);
	free(d);
}

unsigned
duplicates_bands(const struct duplicates *d)
{
	return d->bands.n;
}

/* The number of a language; there are few. */
static uint32_t
language_number(struct duplicates *d, struct str language)
{
	size_t i = language.n ? 1 : 0;

	for (; i < d->n_languages; i++)
		if (str_eq(d->languages[i], language))
			return (uint32_t)i;
	d->languages = x_grow(d->languages, &d->languages_cap, i + 1, sizeof(*d->languages));
	d->languages[d->n_languages++] = arena_str(&d->arena, language);
	return (uint32_t)i;
}

/* True for a body of too few words to be told from others. */
static bool
is_short(const struct shingles *s)
{
	return s->words < LEAST_WORDS;
}

/* True for a body that may be told from others by the tags of its sketch. */
static bool
is_long(const struct shingles *s)
{
	return s->n >= MANY;
}

uint64_t
duplicates_keep(struct duplicates *d, const struct shingles *s, uint32_t *bands)
{
	uint32_t sketch[SKETCH];
	uint8_t tags[SKETCH];
	uint64_t at;

	sketch_make(s, sketch);
	bands_make(&d->bands, sketch, bands);
	if (is_short(s))
		return 0;
	sketch_tags(sketch, tags);
	pthread_mutex_lock(&d->keeping);
	if (is_long(s))
		spill_add(&d->spill, tags, sizeof(tags));
	at = spill_add(&d->spill, s->at, s->n * sizeof(*s->at));
	pthread_mutex_unlock(&d->keeping);
	return at;
}

uint32_t
duplicates_add(struct duplicates *d, const struct shingles *s, uint64_t kept,
    const uint32_t *bands, struct str language)
{
	uint32_t number = (uint32_t)d->n++;

	d->bodies = x_grow(d->bodies, &d->cap, d->n, sizeof(*d->bodies));
	d->hashes = x_grow(d->hashes, &d->hashes_cap, d->n, sizeof(*d->hashes));
	d->band_hashes =
	    x_grow(d->band_hashes, &d->bands_cap, d->n * d->bands.n, sizeof(*d->band_hashes));
	d->bodies[number] = (struct body){
		.shingles = kept,
		.n = s->n,
		.has_tags = is_long(s),
		.parent = number,
		.partner = number,
		.language = language_number(d, language),
	};
	d->hashes[number] = is_short(s) ? 0 : s->hash | 1;
	memcpy(
	    d->band_hashes + (size_t)number * d->bands.n, bands, d->bands.n * sizeof(*bands));
	return number;
}

uint32_t
duplicates_first(const struct duplicates *d, uint32_t body)
{
	while (d->bodies[body].parent != body)
		body = d->bodies[body].parent;
	return body;
}

/* The same, and let the way there be short next time. */
static uint32_t
find_root(struct duplicates *d, uint32_t body)
{
	uint32_t root = duplicates_first(d, body);

	while (d->bodies[body].parent != root) {
		uint32_t next = d->bodies[body].parent;

		d->bodies[body].parent = root;
		body = next;
	}
	return root;
}

/* True for languages that agree; *both is then the one that says more. */
static bool
agree(const struct duplicates *d, uint32_t a, uint32_t b, uint32_t *both)
{
	struct str x = d->languages[a], y = d->languages[b];

	*both = x.n >= y.n ? a : b;
	if (a == b || !a || !b)
		return true;
	if (x.n < y.n)
		return str_starts(y, x) && y.p[x.n] == '-';
	return str_starts(x, y) && x.n > y.n && x.p[y.n] == '-';
}

/* Copy a body's shingles from the temporary file. */
static uint32_t *
fetch(struct duplicates *d, const struct body *b)
{
	d->shingles = x_grow(d->shingles, &d->shingles_cap, b->n, sizeof(*d->shingles));
	spill_read(&d->spill, b->shingles, d->shingles, b->n * sizeof(*d->shingles));
	return d->shingles;
}

/* A body's shingles, each once; they last until others are loaded. A set is made of them,
 * unless that is NULL and they were in one before. */
static const uint32_t *
load(struct duplicates *d, uint32_t body, struct shingle_set *set)
{
	struct body *b = &d->bodies[body];
	uint32_t *here = spill_here(&d->spill, b->shingles, b->n * sizeof(*here));
	uint32_t *at = here ? here : fetch(d, b);

	if (b->is_set && !set)
		return at;
	b->n = shingle_set_make(set ? set : &d->other, at, b->n);
	if (!b->is_set && !here)
		spill_replace(&d->spill, b->shingles, at, b->n * sizeof(*at));
	b->is_set = true;
	return at;
}

/* True where the sketches of two bodies rule out that they are alike. */
static bool
are_unlike(struct duplicates *d, const struct body *a, const struct body *b)
{
	uint8_t tags[2][SKETCH];

	if (!a->has_tags || !b->has_tags)
		return false;
	spill_read(&d->spill, a->shingles - SKETCH, tags[0], SKETCH);
	spill_read(&d->spill, b->shingles - SKETCH, tags[1], SKETCH);
	return tags_shared(tags[0], tags[1]) < d->tags_shared;
}

/* How alike two bodies are, which are not the same; 0 where that is below the threshold, mostly
 * without looking at all where their sketches or sizes alone rule it out. */
static double
compare(struct duplicates *d, uint32_t a, uint32_t b)
{
	const struct body *bodies = d->bodies;
	const uint32_t *shingles;

	if (are_unlike(d, &bodies[a], &bodies[b]))
		return 0;
	if (d->held_body != a)
		load(d, a, &d->held);
	d->held_body = a;
	if (bodies[b].n < bodies[a].n * d->threshold)
		return 0;
	shingles = load(d, b, NULL);
	if (bodies[b].n < bodies[a].n * d->threshold ||
	    bodies[a].n < bodies[b].n * d->threshold)
		return 0;
	return shingle_set_similarity(&d->held, shingles, bodies[b].n, d->threshold);
}

/* The same, remembering for a while which are not alike: bands bring them up again. */
static double
similarity_of(struct duplicates *d, uint32_t a, uint32_t b)
{
	uint64_t pair = (uint64_t)a << 32 | b;
	uint64_t *unlike = &d->unlike[hash_mix(0, pair) >> (64 - UNLIKE_BITS)];
	double similarity;

	if (d->hashes[a] == d->hashes[b])
		return 1;
	if (*unlike == pair)
		return 0;
	similarity = compare(d, a, b);
	if (similarity < d->threshold)
		*unlike = pair;
	return similarity;
}

/* Remember the member that a body is most like. */
static void
note_partner(struct duplicates *d, uint32_t body, uint32_t partner, double similarity)
{
	struct body *b = &d->bodies[body];

	if (b->partner != body && similarity <= b->similarity)
		return;
	b->similarity = similarity;
	b->partner = partner;
}

/* Make one cluster of two. */
static void
join(struct duplicates *d, uint32_t a, uint32_t b, double similarity, uint32_t language)
{
	uint32_t x = find_root(d, a), y = find_root(d, b), root = x < y ? x : y;

	d->bodies[x].parent = d->bodies[y].parent = root;
	d->bodies[root].language = language;
	note_partner(d, a, b, similarity);
	note_partner(d, b, a, similarity);
}

/* Hold a body against those tried before it that are in other clusters, the last first. True
 * where it is the same as one: that one stands for it. */
static bool
look_among(struct duplicates *d, uint32_t body, const uint32_t *tried, size_t n)
{
	for (size_t i = n; i > 0 && n - i < MOST_TRIES; i--) {
		uint32_t other = tried[i - 1], language;
		uint32_t x = find_root(d, body), y = find_root(d, other);
		double similarity;

		if (x == y && d->hashes[body] == d->hashes[other])
			return true;
		if (x == y ||
		    !agree(d, d->bodies[x].language, d->bodies[y].language, &language))
			continue;
		similarity = similarity_of(d, body, other);
		if (similarity < d->threshold)
			continue;
		join(d, body, other, similarity, language);
		if (similarity == 1)
			return true;
	}
	return false;
}

/* Hold each body of a bucket against those before it. */
static void
look_through(struct duplicates *d, const uint64_t *bucket, size_t n, uint32_t *tried)
{
	size_t n_tried = 0;

	for (size_t i = 0; i < n; i++)
		if (!look_among(d, (uint32_t)bucket[i], tried, n_tried))
			tried[n_tried++] = (uint32_t)bucket[i];
}

/* The place of an entry's hash among so many. */
static inline uint32_t
place_of(uint64_t entry, size_t places)
{
	return (uint32_t)((entry >> 32) * places >> 32);
}

/* Keep the entries that may share their hash with others; most do not. */
static size_t
keep_shared(struct room *room, size_t n)
{
	/* a bit for each place, eight an entry: there is one; there are more */
	size_t words = n / 8 + 1, kept = 0;
	uint64_t *one = room->more, *more = one + words, *entries = room->entries;

	if (2 * words > n)
		return n;
	memset(one, 0, 2 * words * sizeof(*one));
	for (size_t i = 0; i < n; i++) {
		uint32_t place = place_of(entries[i], 64 * words);

		if (has_bit(one, place))
			set_bit(more, place);
		set_bit(one, place);
	}
	for (size_t i = 0; i < n; i++)
		if (has_bit(more, place_of(entries[i], 64 * words)))
			entries[kept++] = entries[i];
	return kept;
}

/* Entries are the highest half of a hash, and a body that has it. */
static void
look_in_buckets(struct duplicates *d, struct room *room, size_t n)
{
	uint64_t *entries = room->entries;
	size_t from = 0;

	n = keep_shared(room, n);
	sort_numbers(entries, n, room->more);
	for (size_t i = 1; i <= n; i++) {
		if (i < n && entries[i] >> 32 == entries[from] >> 32)
			continue;
		if (i - from > 1)
			look_through(d, entries + from, i - from, room->tried);
		from = i;
	}
}

/* The bodies that stand for all that are the same: those look for others that are like them. */
static size_t
list_distinct(struct duplicates *d, uint32_t *list)
{
	size_t n = 0;

	for (uint32_t i = 0; i < d->n; i++)
		if (d->hashes[i] && find_root(d, i) == i)
			list[n++] = i;
	return n;
}

void
duplicates_find(struct duplicates *d)
{
	size_t bytes = (d->n + 1) * sizeof(uint64_t), n = 0;
	struct room room = { x_malloc(bytes), x_malloc(bytes), x_malloc(bytes / 2) };
	uint32_t *distinct = x_malloc(bytes / 2);

	for (uint32_t i = 0; i < d->n; i++)
		if (d->hashes[i])
			room.entries[n++] = d->hashes[i] >> 32 << 32 | i;
	look_in_buckets(d, &room, n);
	n = list_distinct(d, distinct);
	for (unsigned band = 0; band < d->bands.n && d->threshold < 1; band++) {
		for (size_t i = 0; i < n; i++) {
			size_t at = (size_t)distinct[i] * d->bands.n + band;

			room.entries[i] = (uint64_t)d->band_hashes[at] << 32 | distinct[i];
		}
		look_in_buckets(d, &room, n);
	}
	free(room.entries);
	free(room.more);
	free(room.tried);
	free(distinct);
}

uint32_t
duplicates_partner(const struct duplicates *d, uint32_t body, double *similarity)
{
	*similarity = d->bodies[body].similarity;
	return d->bodies[body].partner;
}
