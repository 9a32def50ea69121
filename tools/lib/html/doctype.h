/* doctype.h - what a doctype says about a page (section 13.2.6.4.1). */
#ifndef HTML_DOCTYPE_H
#define HTML_DOCTYPE_H

#include "tokenizer.h"

/* Does it ask for quirks mode; for limited-quirks mode (when not for quirks mode)? */
bool doctype_is_quirks(const struct token *t);
bool doctype_is_limited_quirks(const struct token *t);

#endif
