/* label_language.h - the language of menus, and of labels that are in another. */
#ifndef MENUS_LABEL_LANGUAGE_H
#define MENUS_LABEL_LANGUAGE_H

#include <stddef.h>
#include <stdint.h>

#include "../base/str.h"

/* The language (identify.h) of n labels judged as a set, 0: none. Labels of no language, such
 * as names, do no harm as long as others have one. */
uint16_t labels_language(const struct str *labels, size_t n);

/* The language of one label where it is surely not the tag's, else 0. */
uint16_t label_foreign(struct str label, struct str tag);

#endif
