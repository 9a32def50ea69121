/* ways.h - the way down that most pages of a site agree on. */
#ifndef SITE_WAYS_H
#define SITE_WAYS_H

#include "voters.h"

/* The way down to the bodies. Where there is none with the headings of pages in them, these may
 * stand before: they are found by the titles. No steps: none is agreed on, or all of the pages
 * is their body. */
struct selector find_way(struct voter *voters, uint32_t n, const struct profile *profile);

/* Put first, and count, the pages of what seems to be one template, where those of several do
 * not agree: that go on as most do from where all have come to. */
uint32_t part_template(struct voter *voters, uint32_t n);

#endif
