/* selected.h - selectedcontent elements, which show what their select has selected. */
#ifndef HTML_SELECTED_H
#define HTML_SELECTED_H

#include "builder.h"

/* Remember the current node, a selectedcontent element. */
void selected_note(struct builder *b);

/* Copy the selected option's children into each of them, as closing the option does by the
 * standard ("maybe clone an option into selectedcontent", HTML section 4.10.10). */
void selected_copy_all(struct builder *b);

#endif
