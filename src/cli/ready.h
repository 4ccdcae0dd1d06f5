/* What parallax-ready has made of the built-in lexicons and models when the program was built, where it has. */
#ifndef PX_CLI_READY_H
#define PX_CLI_READY_H

#include "annotate/loaded_model.h"
#include "annotate/stance_model.h"
#include "ingest/rules.h"
#include "lexicon/resources.h"

#ifdef PX_HAS_READY
extern const struct px_resources px_ready_resources;
extern const struct px_loaded_model px_ready_loaded;
extern const struct px_stance_model px_ready_stance;
extern const struct px_rules px_ready_rules;
#define PX_READY(what) (&px_ready_##what)
#else
#define PX_READY(what) NULL
#endif

#endif
