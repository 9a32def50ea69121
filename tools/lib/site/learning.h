/* learning.h - what the pages of a save tell of their sites before the first is written. */
#ifndef SITE_LEARNING_H
#define SITE_LEARNING_H

#include "../stream/save.h"
#include "profiles.h"

#include "../page/rules.h"

/* Read a sample of the chosen pages of each site of the save, those whose paths have the lowest
 * hashes, on so many jobs, and add what they tell. A site is a folder that stands for a host,
 * else all that lies below an operand. Files that cannot be read are left out, and nothing is
 * said of them here. By rules, where menus and furniture stand is learned too; NULL: it is not.
 */
void profiles_learn(
    struct profiles *p, const struct save *save, const struct rules *rules, int jobs);

#endif
