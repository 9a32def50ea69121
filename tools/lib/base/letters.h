/* letters.h - what characters are, by Unicode's general categories. */
#ifndef BASE_LETTERS_H
#define BASE_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

/* True for what words are made of: letters, marks and numbers (L, M and N). */
bool is_word_character(uint32_t cp);

/* L; of these Lu and Lt, and Ll. */
bool is_letter(uint32_t cp);
bool is_capital(uint32_t cp);
bool is_small(uint32_t cp);

#endif
