/* input.c - where every filter gets its pages. */
#include "input.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/pool.h"
#include "../base/progress.h"
#include "../base/url.h"
#include "../html/encoding.h"
#include "../stream/pagefile.h"
#include "../stream/pageline.h"
#include "../stream/save.h"
#include "../stream/sniff.h"
#include "../stream/xml.h"
#include "scraper.h"
#include "selection.h"
