/* The words of deeds in an article: what agency.tsv, claims.tsv and cues.tsv say of each token. Only agency*.c ask. */
#ifndef PX_READING_AGENCY_WORDS_H
#define PX_READING_AGENCY_WORDS_H

#include "reading/annotation.h"

/* What agency.tsv says of a token; bits, since a form has more than one use ("used"). */
enum {
    PX_AGENCY_DEED_OF_AGENT = 1,   /* a noun whose possessor does it */
    PX_AGENCY_DEED_OF_PATIENT = 2, /* a noun whose possessor suffers it */
    PX_AGENCY_STATE = 4,           /* a participle that tells a state */
    PX_AGENCY_REPORT = 8,          /* a participle that reports without a source */
    PX_AGENCY_STATIVE = 16,        /* an active verb that tells a state */
    PX_AGENCY_SOURCE = 32,         /* a preposition whence a deed comes: "criticism from" */
    PX_AGENCY_LIGHT = 64,          /* a verb whose subject does the deed that its object names: "launched an attack" */
    PX_AGENCY_OBJECT = 128,        /* a preposition before whom a deed befalls: "the arrest of" */
    PX_AGENCY_INSTRUMENT =
        256,                /* a preposition by which a verb's subject does a deed, too: "answered him with a rebuke" */
    PX_AGENCY_CHARGE = 512, /* a word that lays a deed at somebody's door: "charged with murder" */
    PX_AGENCY_SPEECH = 1024,    /* a verb of speech, by which nothing is done but said */
    PX_AGENCY_EMPTY = 2048,     /* a verb that by itself tells no deed: "took a swipe" */
    PX_AGENCY_ROLE = 4096,      /* a preposition before what something is called: "saw it as a threat" */
    PX_AGENCY_PARTY = 8192,     /* a word for somebody who may act, without a name: "government", "presidential" */
    PX_AGENCY_OF_AGENT = 16384, /* a noun of which "of" names the doer, too: "the failure of the talks" */
    PX_AGENCY_SAID = 32768,     /* a noun of a deed that is only said or thought: "criticism" */
    PX_AGENCY_STAFF = 65536,    /* a noun for those by whom a body or a state acts: "agents" */
    PX_AGENCY_JOINT = 131072    /* stands before two who act together: "both" */
};

struct px_agency_words {
    uint32_t *listed;        /* by token */
    struct px_slice *verbs;  /* by token: the verb of a listed noun */
    struct px_slice *claims; /* by token: the claim of a listed word */
};

/* Fills arrays in the worker's scratch memory; false when memory is out. Linear. */
bool px_agency_read_words(const struct px_annotation *annotation, struct px_agency_words *words);

#endif
