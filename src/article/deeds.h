/* What an article tells of as done: acts, who is blamed for them, what is aimed at, and what is taken as given. Part of what
 * is found in an article (annotations.h). */
#ifndef PX_ARTICLE_DEEDS_H
#define PX_ARTICLE_DEEDS_H

#include <stdbool.h>

#include "base/slice.h"
#include "base/table.h"

enum px_act_kind { PX_ACT_ACTIVE, PX_ACT_PASSIVE, PX_ACT_NOMINAL };

/* A deed that the text tells of: a verb, a passive, or a noun that names it. */
struct px_act {
    uint32_t start; /* of the verb, with the auxiliary of a passive, or of the noun */
    uint32_t end;
    struct px_span phrase; /* the words that tell it: an active with its object, a passive with its subject, a noun */
    struct px_slice lemma;
    struct px_slice verb;  /* what is done: a verb's lemma, or the verb of a noun */
    struct px_slice claim; /* what the words charge somebody with, under one name ("interfere"); empty: nothing */
    struct px_slice thing; /* the lemma of the noun that it befalls, named or not; empty: no noun */
    uint32_t agent;        /* entity that does it, or PX_NONE */
    uint32_t patient;      /* entity that it befalls, or PX_NONE */
    uint32_t sentence;
    uint32_t attribution; /* it stands in, or PX_NONE */
    uint8_t kind;         /* enum px_act_kind */
    uint8_t voice;        /* enum px_voice */
    bool agent_given;     /* the text names a doer, whether an entity or not */
    bool deed; /* something is done: no state ("has", "is expected"), nothing said ("told") or supposed ("if") */
    bool said; /* a noun by which something is only said or thought: "criticism" */
    /* a noun under a word by which the speaker does not say that it was so: "the inquiry into the murder" */
    bool kept_open;
    bool put_forward; /* said, charged or doubted, not taken as given inside of something else that is said */
    bool negated;
};

/* Is it a deed without a doer: "mistakes were made"? */
static inline bool px_act_is_agentless(const struct px_act *act)
{
    return act->kind != PX_ACT_ACTIVE && act->deed && !act->said && !act->agent_given && !act->negated;
}

/* Somebody in a role that the text gives him: an entity, or words alone; neither where he is not told. */
struct px_party {
    uint32_t entity; /* or PX_NONE */
    struct px_span words;
};

/* Does the text tell who it is? */
static inline bool px_party_is_told(const struct px_party *party)
{
    return party->entity != PX_NONE || party->words.end > party->words.start;
}

enum px_aim { PX_AIM_PLAIN, PX_AIM_SUSPICIOUS, PX_AIM_NOBLE };

/* A purpose that the text says somebody has: "in a bid to silence critics". */
struct px_motive {
    struct px_span cue;     /* "in a bid to" */
    struct px_span purpose; /* "silence critics" */
    struct px_party actor;
    uint32_t sentence;
    uint32_t attribution; /* it stands in, or PX_NONE */
    uint8_t aim;          /* enum px_aim */
    uint8_t voice;        /* enum px_voice */
    bool noun;            /* told by a noun: "efforts to" */
    bool bare;            /* told by an infinitive alone: "flew home to rest" */
    bool somebody;        /* the actor may have one: no law, and no effort */
    bool negated;
    bool closed; /* what stands behind it in its sentence tells of something else */
    bool points; /* a pronoun in its purpose stands for something told before: "made sure it stayed dead" */
};

/* Somebody is blamed or credited. */
struct px_blame {
    struct px_span cue;
    struct px_span reason; /* what for; may be empty */
    uint32_t led;          /* where the word begins that leads to it behind the cue, "*of* lying"; else the reason */
    uint32_t about;        /* where the noun phrase begins that the words' relative clause tells of: "*a raid* that Varn
                            * blamed on Osk"; 0 where there is none */
    struct px_slice claim; /* the charge in the reason, as in px_act; empty: none */
    struct px_party target;
    struct px_party by; /* who does so by the verb, if it is told */
    uint32_t sentence;
    uint32_t attribution;
    uint8_t voice;
    bool joined; /* others stand beside `by`: "*Republicans* and some Democrats" */
    bool people; /* `by` has a noun for people or a body: "his aides" */
    bool whom;   /* the target has one: "union organisers" */
    bool others; /* by the verb somebody does so, told or not ("is blamed for"); else whoever speaks */
    bool credit;
    bool negated;
};

enum px_given_kind { PX_GIVEN_DEFINITE, PX_GIVEN_FACTIVE, PX_GIVEN_CHANGE };

/* A deed that the text takes as given: "the annexation of", "admitted that it had annexed", "again annexed". */
struct px_given {
    struct px_span trigger; /* the word that takes it so; the noun itself of a definite phrase */
    struct px_span words;   /* that tell the deed */
    uint32_t act;           /* the deed */
    uint32_t sentence;
    uint32_t attribution; /* of the trigger: PX_NONE in the outlet's own voice */
    uint8_t voice;
    uint8_t kind; /* enum px_given_kind */
};

#endif
