/* reference.h - character references (WHATWG HTML, sections 13.2.5.72 to 13.2.5.80). */
#ifndef HTML_REFERENCE_H
#define HTML_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

enum { REFERENCE_MAX = 7 }; /* bytes of UTF-8 that one reference writes, at most */

/* Read the reference that starts with the '&' at p (p < end). Writes its characters to out,
 * their number of bytes to *n_out, and returns the bytes it spans; 0 when this '&' starts none,
 * and then stands for itself. Attribute values let "&copy=" be: there a name without its
 * semicolon counts only if no '=', letter or digit follows. */
size_t reference_read(
    const char *p, const char *end, bool in_attribute, char *out, size_t *n_out);

#endif
