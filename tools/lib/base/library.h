/* library.h - shared libraries that are loaded when they are first called.
 *
 * Loading libxml2 and the ICU beneath it takes about a millisecond, several times as long as a
 * small page does, and each other one some hundredths; hardly any page has something for them.
 * What we call of these is therefore defined in library.c under its own name, with the
 * prototype of its header, and calls the library's. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#ifdef __cplusplus
extern "C" {
#endif

/* The address of a function in the library of that soname, which stays loaded. Dies where one
 * of them is not to be had. */
void *library_find(const char *soname, const char *function);

#ifdef __cplusplus
}
#endif

#endif
