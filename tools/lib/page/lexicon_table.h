/* lexicon_table.h - a lexicon as words are looked up in it: of a file that was read, or made of
 * ours when the program is built. */
#ifndef PAGE_LEXICON_TABLE_H
#define PAGE_LEXICON_TABLE_H

#include "lexicon.h"

/* One half of the hash says where an entry is, and the other half whose it is: that two words
 * share both is as good as never. Small entries make few pages of memory to be had at each
 * start. */
struct lexicon_entry {
	uint32_t upper; /* half of the hash; 0: free */
	float weight;
};

struct lexicon {
	const struct lexicon_entry *at;
	size_t cap;    /* a power of two, at least twice as many as there are */
	uint64_t file; /* data_hash() of the file */
};

/* Ours, as it was when the program was built. */
extern const struct lexicon lexicon_index;

/* Read a file as lexicon_new() does, whatever is built in. */
const struct lexicon *lexicon_read(const char *file);

#endif
