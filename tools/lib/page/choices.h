/* choices.h - select elements whose options are addresses: menus that lead to what is chosen.
 */
#ifndef PAGE_CHOICES_H
#define PAGE_CHOICES_H

#include <stdbool.h>

#include "../html/html.h"

/* Do nearly all options of a select, and at least two, have an address for a value? */
bool leads_to_choices(const struct html_node *select);

/* The address that is an option's value, absent where it has none. */
struct str choice_address(const struct html_node *option);

#endif
