/* decimal.h - numbers as text, the same in every locale. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdint.h>

#include "str.h"

/* Write a number in decimal so that it ends at end, and return where it starts: at most 20
 * bytes before. */
char *decimal_write(char *end, uint64_t value);

/* Read a number as data files have it: -12.5, 1e-05, of at most 15 digits. False for anything
 * else. */
bool decimal_read(struct str text, float *value);

#endif
