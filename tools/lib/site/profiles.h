/* profiles.h - what is known of the sites of a save, by the folders they lie in. */
#ifndef SITE_PROFILES_H
#define SITE_PROFILES_H

#include "../base/strings.h"
#include "../page/profile.h"

struct site_profile {
	uint32_t pages; /* that the site has */
	struct profile profile;
};

/* Zero-initialise. */
struct profiles {
	struct strings paths;     /* of folders, as paths of pages have them; "": any page's */
	struct site_profile **at; /* by number of the path */
};

/* That of a folder, which is added where it is not there yet. A '/' at the end of its path does
 * not count. */
struct site_profile *profiles_add(struct profiles *p, struct str path);

/* What is known of the site of a page: of the innermost folder that is there. NULL: nothing. */
const struct profile *profiles_of(const struct profiles *p, struct str path);

void profiles_free(struct profiles *p);

/* profile_file.c: read and write what schemas/profile.xsd describes. Reading dies with a
 * message where the file is not such. */
void profiles_read(struct profiles *p, const char *file);
void profiles_write(const struct profiles *p, struct buffer *out);

#endif
