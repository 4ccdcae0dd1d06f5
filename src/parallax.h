/* parallax: two outlets, one event, side by side. The umbrella over the library's public headers.
 *
 * The way the data goes: ingest reads files into articles; annotate finds what is in one article; compare finds what
 * lies between articles; report writes it down; corpus finds the articles of a dump that belong together. Every header
 * says what it does, who owns what, and what can fail.
 */
#ifndef PARALLAX_H
#define PARALLAX_H

#include "annotate/annotate.h"
#include "article/article.h"
#include "article/segment.h"
#include "base/error.h"
#include "base/stream.h"
#include "compare/compare.h"
#include "corpus/pair.h"
#include "ingest/ingest.h"
#include "lexicon/build.h"
#include "lexicon/check.h"
#include "lexicon/format.h"
#include "lexicon/resources.h"
#include "report/report.h"

#endif
