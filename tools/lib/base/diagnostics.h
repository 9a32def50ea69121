/* diagnostics.h - trouble on standard error and the exit status it leads to. */
#ifndef BASE_DIAGNOSTICS_H
#define BASE_DIAGNOSTICS_H

/* Exit statuses of every filter, in rising order: the worst wins. */
enum { STATUS_OK = 0, STATUS_FINDING = 1, STATUS_TROUBLE = 2 };

/* Name the program for the messages below: the last component of argv0. Call first. */
void program_start(const char *argv0);
const char *program_name(void);

/* Print "PROG: FILE: REASON" (or "PROG: REASON" for a NULL file), raise the status to
 * STATUS_TROUBLE and go on. REASON is printf-like, lower case, without a full stop; control
 * characters in FILE and REASON are shown as \xHH so that a message is always one line.
 * Safe from any thread. */
void trouble(const char *file, const char *reason, ...) __attribute__((format(printf, 2, 3)));

/* The same for what must be said but does not count against the run (no status). */
void remark(const char *file, const char *reason, ...) __attribute__((format(printf, 2, 3)));

/* Print "PROG: REASON" and exit with STATUS_TROUBLE. */
_Noreturn void die(const char *reason, ...) __attribute__((format(printf, 1, 2)));

/* Raise the exit status to at least the given one. Safe from any thread. */
void status_raise(int status);

/* What it is so far. */
int status_now(void);

/* Note why standard output took less than all, which errno says: the first time counts. */
void program_lost_output(void);

/* Flush and close standard output, so that a full disk is trouble and never silence, and return
 * the status to exit with. The last call of every main(). */
int program_end(void);

#endif
