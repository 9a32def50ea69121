/* navfields.h - what the forms of navigation trees say of each thing, besides nav_fields and
 * item_fields. */
#ifndef STREAM_NAVFIELDS_H
#define STREAM_NAVFIELDS_H

#include "field.h"

extern const struct field nav_page_fields[];      /* of struct page */
extern const struct field nav_site_fields[];      /* of struct nav_group */
extern const struct field nav_menu_fields[];      /* of struct site_nav */
extern const struct field nav_variant_fields[];   /* of struct nav_variant */
extern const struct field nav_site_item_fields[]; /* of struct site_item, after item_fields */

#endif
