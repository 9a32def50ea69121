/* code_margin.h - what stands beside code and is none of it. */
#ifndef PAGE_CODE_MARGIN_H
#define PAGE_CODE_MARGIN_H

#include "blocks.h"
#include "rules.h"

/* Numbers of lines, in code or a cell beside it, where class words or a data attribute say so,
 * or as a column that counts up by one beside code; or a button, by its element or class words,
 * right before or behind code: "Copy", "Run". */
bool is_beside_code(
    const struct blocks *b, const struct rules *rules, const struct block *block);

#endif
