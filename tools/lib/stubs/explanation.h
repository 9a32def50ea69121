/* explanation.h - what speaks for the verdict on a page, and for those that it did not get. */
#ifndef STUBS_EXPLANATION_H
#define STUBS_EXPLANATION_H

#include "stubs.h"

/* A percentage that never says more than is so. */
unsigned explanation_percent(double share);

/* Append all evidence for the verdict, which must be one, on one line, the strongest first. */
void explanation_line(const struct stub_report *report, struct buffer *out);

/* Append some lines on the page: what it is, and all evidence by verdict. least: the confidence
 * that a verdict needed. */
void explanation_lines(const struct stub_report *report, double least, struct buffer *out);

#endif
