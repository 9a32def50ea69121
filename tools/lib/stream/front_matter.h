/* front_matter.h - what is known of a page, as YAML before its Markdown. */
#ifndef STREAM_FRONT_MATTER_H
#define STREAM_FRONT_MATTER_H

#include "../base/buffer.h"
#include "../page/page.h"

/* Append the page's path, URL and facts as a YAML 1.2 mapping between lines of "---", and an
 * empty line. Values are in quotes as JSON has them, which YAML reads alike; authors and tags
 * are lists. */
void front_matter(struct buffer *out, const struct page *page);

#endif
