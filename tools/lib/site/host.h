/* host.h - the hosts of URLs: whose they are, and which of them no visitor can reach. */
#ifndef SITE_HOST_H
#define SITE_HOST_H

#include <stdbool.h>

#include "../base/str.h"

/* Host and port of an absolute URL as it is written, or an absent slice. */
struct str url_authority(struct str url);

/* What follows them, from '/' on. */
struct str url_path(struct str url);

/* A URL without its scheme, from the host on. */
struct str url_rest(struct str url);

/* True for hosts of a developer's own: localhost and names below it, other names without a dot
 * or below "local", loopback, private and link-local addresses (RFC 1918, 3927, 4193, 6761,
 * 6762). authority as above. */
bool host_is_private(struct str authority);

/* True for a path of Windows, "C:/x" or "C:\x", which as a URL has the drive for its scheme. */
bool url_is_drive(struct str url);

#endif
