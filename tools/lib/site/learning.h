/* learning.h - what the pages of a save tell of their sites before the first is written. */
#ifndef SITE_LEARNING_H
#define SITE_LEARNING_H

#include "../page/profile.h"
#include "../stream/save.h"

struct profiles;

/* Read a sample of the chosen pages of each site of the save, those whose paths have the lowest
 * hashes, on so many jobs. A site is a folder that stands for a host, else all that lies below
 * an operand. Files that cannot be read are left out, and nothing is said of them here. */
struct profiles *profiles_learn(const struct save *save, int jobs);
void profiles_free(struct profiles *p);

/* What is known of the site of a page, or NULL. */
const struct profile *profiles_of(
    const struct profiles *p, const struct save *save, uint32_t number);

#endif
