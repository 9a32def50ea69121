/* image_size.h - how large an image is, told by its first bytes. */
#ifndef STREAM_IMAGE_SIZE_H
#define STREAM_IMAGE_SIZE_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/str.h"

/* Read width and height in pixels: of PNG, GIF, JPEG, WebP, BMP, the first image of ICO, AVIF
 * and HEIC, and of SVG those it asks for, else those of its viewBox. False where the bytes are
 * none of these, or too few to tell. */
bool image_size(struct str bytes, uint32_t *width, uint32_t *height);

#endif
