/* What is found in an article: quotations, attributions, entities and their mentions, matches, deeds, motives, blame,
 * quantities, events and stance. Spans are half-open byte spans of the article's text, ids are indices into its arrays,
 * all memory is the article's.
 */
#ifndef PX_ARTICLE_ANNOTATIONS_H
#define PX_ARTICLE_ANNOTATIONS_H

#include "article/deeds.h"
#include "base/slice.h"
#include "base/vector.h"
#include "text/hit.h"
#include "text/words.h"

enum px_quotation_kind { PX_QUOTATION_SPEECH, PX_QUOTATION_SCARE, PX_QUOTATION_TITLE };

/* Text between quotation marks; the span includes the marks. A quotation that runs over several paragraphs is one
 * quotation a paragraph, linked by `continues`. */
struct px_quotation {
    struct px_span span;
    uint32_t first_token; /* the opening mark */
    uint32_t token_count;
    uint32_t attribution; /* that holds it, or PX_NONE */
    uint32_t continues;   /* the quotation it goes on from, or PX_NONE */
    uint8_t kind;         /* enum px_quotation_kind */
    bool unbalanced;
    bool unclear; /* whose words they are, if nobody is found to say them: in headings, and in what somebody does */
};

enum px_attribution_type { PX_ATTRIBUTION_DIRECT, PX_ATTRIBUTION_INDIRECT, PX_ATTRIBUTION_MIXED };
enum px_speaker_kind {
    PX_SPEAKER_PERSON,
    PX_SPEAKER_INSTITUTION,
    PX_SPEAKER_DOCUMENT,
    PX_SPEAKER_GROUP,
    PX_SPEAKER_MEDIA
};
enum px_actor {
    PX_ACTOR_OTHER,
    PX_ACTOR_STATE,
    PX_ACTOR_PARTY,
    PX_ACTOR_OPPOSITION,
    PX_ACTOR_MILITARY,
    PX_ACTOR_COURT,
    PX_ACTOR_BUSINESS,
    PX_ACTOR_CIVIL_SOCIETY,
    PX_ACTOR_EXPERT,
    PX_ACTOR_CITIZEN,
    PX_ACTOR_MEDIA,
    PX_ACTOR_INTERNATIONAL,
    PX_ACTOR_COUNT
};
enum px_tone { PX_TONE_NEUTRAL, PX_TONE_DOUBTING, PX_TONE_AFFIRMING, PX_TONE_CONCEDING, PX_TONE_CONFRONTATIONAL };
enum px_uptake { PX_UPTAKE_PLAIN, PX_UPTAKE_ENDORSED, PX_UPTAKE_UNDERCUT, PX_UPTAKE_REBUTTED };

/* Spans of one role in an attribution; may be discontinuous. */
struct px_spans {
    struct px_span *items;
    size_t count;
    size_t capacity;
};

enum { PX_ALSO_MOST = 3 };

enum {
    PX_POINTING_MOST = 2,   /* sentences before a statement that tell what it points at, */
    PX_POINTING_BYTES = 320 /* and their bytes: whoever looks for them passes over longer ones, and so does a page that
                               shows them */
};

/* Who (speaker) says (cue) what (content). The speaker's spans hold the full phrase that stands in the text, never the
 * resolved name; they are empty when no source is given. */
struct px_attribution {
    uint8_t type;         /* enum px_attribution_type */
    uint8_t speaker_kind; /* enum px_speaker_kind */
    uint8_t actor;        /* enum px_actor */
    uint8_t tone;         /* enum px_tone */
    uint8_t uptake;       /* enum px_uptake */
    uint8_t added; /* bytes at its verb's front that only say that something else was said before: "*also* said" */
    uint8_t added_before; /* and bytes right before the verb's words that do: "but *also* said" */
    uint8_t pointing;     /* its words begin with a pronoun for what other sentences tell, or lack a verb, "“*That*
                             burns”", or speak of "such plans": by how many sentences before it that is told; more than
                             PX_POINTING_MOST: it is not; 0: it stands by itself */
    bool anonymous;
    bool delegate;  /* the entity speaks by somebody without a name: "a *council* spokesman" */
    bool denied;    /* it is a denial, or somebody denies it */
    bool high_tier; /* surely a statement, of a speaker who is given */
    bool cut;      /* its words begin inside a phrase, and say another thing by themselves: "*of schools* too costly" */
    bool leaning;  /* a pronoun in them, outside of marks, stands for what they do not name: "*her* books", "*it*" */
    bool headless; /* its words lack their subject, which stands before the cue: "the bill, which he said *is weak*" */
    bool hanging;  /* its verb hangs on a clause that tells more: "she left, *calling* it weak", "went *to say*" */
    bool earlier;  /* said on another occasion, which another sentence tells: "said then" */
    bool document; /* its words stand in a document of the speaker's that the text names: "his letter reads" */
    bool clausal;  /* the speaker's phrase ends with a clause: "people told *how it went*", "Democrats *who left*" */
    bool
        asserts; /* "that" may stand between its verb and its words: "said", but not "went on", and no order or question */
    bool supposed; /* the article itself doubts that it was said: "supposedly noted" */
    bool speech;   /* a statement: quoted words, or a cue of speech; else an attitude ("wants") or a deed ("signs") */
    bool minded;   /* an attitude or a deed for sure, by its verb: "knows", "sues" */
    bool reported; /* its words are the speaker's and not the article's own */
    double confidence; /* 0..1 */
    struct px_spans speaker;
    struct px_span
        named; /* what names the speaker where that is a relative pronoun: "*liberals*, who said"; else empty */
    struct px_span occasion; /* when it was said, where that leads the sentence: "*in 1994*, Ann said"; else empty */
    struct px_spans cue;
    struct px_spans content;
    struct px_slice cue_lemma;
    struct px_span uptake_words; /* that tell the uptake; empty when it is plain */
    uint32_t replies_to;         /* an earlier attribution, or PX_NONE */
    uint32_t entity;             /* the speaker's entity, or PX_NONE */
    uint32_t also[PX_ALSO_MOST]; /* entities that speak with it: "*Kennedy* and Alito said" */
    uint32_t also_count;
    uint32_t sentence; /* the cue's sentence (the content's where there is no cue) */
};

/* Does it count as somebody's statement? What is less sure stays in the article's list. */
static inline bool px_attribution_counts(const struct px_attribution *attribution)
{
    return attribution->speech && attribution->high_tier && attribution->speaker.count > 0;
}

/* Does the entity say it, alone or with others? */
static inline bool px_attribution_is_by(const struct px_attribution *attribution, uint32_t entity)
{
    bool by = attribution->entity == entity;
    for (uint32_t i = 0; i < attribution->also_count; i++)
        by = by || attribution->also[i] == entity;
    return by;
}

/* Does a word report it, and no mark: ":" in a headline? */
static inline bool px_attribution_has_verb(const struct px_attribution *attribution)
{
    struct px_slice lemma = attribution->cue_lemma;
    return lemma.size > 1 || (lemma.size == 1 && lemma.data[0] >= 'a' && lemma.data[0] <= 'z');
}

enum px_entity_kind {
    PX_ENTITY_PERSON,
    PX_ENTITY_ORGANISATION,
    PX_ENTITY_PLACE,
    PX_ENTITY_GROUP,
    PX_ENTITY_WORK,
    PX_ENTITY_OTHER,
    PX_ENTITY_KIND_COUNT
};
enum px_mention_form { PX_MENTION_NAME, PX_MENTION_ALIAS, PX_MENTION_ROLE, PX_MENTION_PRONOUN };

struct px_mention {
    uint32_t start;
    uint32_t end;
    uint32_t first_token;
    uint32_t token_count;
    uint32_t entity;
    uint8_t form; /* enum px_mention_form */
    bool owns;    /* a possessive pronoun: "*her* ship" */
    bool beside;  /* a role that is told of a name beside it, "the British minister Ann Hask": it stands for nobody */
};

enum px_gender { PX_GENDER_UNKNOWN, PX_GENDER_MALE, PX_GENDER_FEMALE };

/* Somebody or something the article talks about. `key` is a folded name by which the same entity is known in another
 * article ("boris johnson", "russia"). Mentions are the article's, in order of position; an entity's are those whose
 * `entity` is its index. */
struct px_entity {
    struct px_slice name; /* the fullest name the article gives */
    struct px_slice key;
    struct px_slice shorts; /* of what is no person: keys of its short forms ("treasury", "doma"), a line each */
    struct px_slice
        office;           /* folded, a country's office held: "russia foreign minister"; the key of who is not named */
    struct px_slice role; /* as the article introduces it ("Foreign Secretary"), may be empty */
    struct px_slice
        title;      /* what a short title before the name stands for: "Senator"; the role where nothing else is */
    uint8_t kind;   /* enum px_entity_kind */
    uint8_t actor;  /* enum px_actor */
    uint8_t gender; /* enum px_gender */
    bool by_given;  /* the gender is known by the given name alone */
    bool former;    /* who had the role has it no longer */
    bool listed;    /* the user's list of aliases names it */
    bool organ;     /* an organisation that is a state's, or named like one: "Harbour Council" */
    bool definite;  /* of what is no person: most often "the" stands before the name */
    uint32_t mention_count;
    uint32_t first_mention;
};

/* A phrase for the holder of a country's office whom the article does not name: "the Russian foreign minister". */
struct px_office {
    struct px_slice office; /* as an entity's */
    uint32_t start;
    uint32_t end;
    uint32_t first_token;
    uint32_t token_count;
};

enum px_epithet_kind { PX_EPITHET_MODIFIER, PX_EPITHET_PREDICATE, PX_EPITHET_APPOSITION };

/* What the text attaches to an entity: "embattled", "is corrupt", ", a former spy,". */
struct px_epithet {
    uint32_t entity;
    uint32_t start;
    uint32_t end;
    uint32_t first_token;
    uint32_t token_count;
    uint32_t sentence;
    double valence; /* sum over its words, as valence.tsv has them */
    uint8_t kind;   /* enum px_epithet_kind */
    bool judges;    /* a word of it is loaded, or has a valence */
};

/* Why a match is no figure, no finding and no evidence: its words do not do here what its category says. */
enum px_dismissal {
    PX_DISMISSED_NOT,      /* it counts */
    PX_DISMISSED_NAME,     /* they are part of a name: "Human Rights Campaign" */
    PX_DISMISSED_WEIGHT,   /* the entry is wrong more often than right */
    PX_DISMISSED_SENSE,    /* another part of speech: "a campaign stop" */
    PX_DISMISSED_CUE,      /* the word hands over to a speaker, who insists or calls for something */
    PX_DISMISSED_NEGATION, /* what the word would do is denied: "not necessarily" */
    PX_DISMISSED_DOUBT, /* what it takes as certain or known is a condition, a question or doubted: "if it is indeed" */
    PX_DISMISSED_CONTEXT, /* a loaded word that is none where it stands */
    PX_DISMISSAL_COUNT
};

/* A hit of a lexicon whose finds are shown (loaded, certainty, frames, the user's). */
struct px_match {
    uint32_t start;
    uint32_t end;
    uint32_t first_token;
    uint32_t token_count;
    uint16_t lexicon_id;                      /* index into the resources; UINT16_MAX for a model's proposal */
    struct px_slice lexicon, category, entry; /* names and text, as the lexicon's file has them */
    struct px_slice pos;                      /* the parts of speech that the entry is of ("NOUN VERB"); empty: any */
    double weight;
    double probability;
    uint32_t sentence;
    uint32_t attribution; /* it stands in, or PX_NONE */
    uint32_t target;      /* entity it is said of, or PX_NONE */
    uint8_t voice;        /* enum px_voice; of a loaded word of speech, whose choice it is: mostly the article's */
    uint8_t dismissed;    /* enum px_dismissal */
    bool distanced;
    bool negated;
    bool marked; /* counts as loaded in its context */
    bool by_model;
};

/* Is the match of the category or of one below it ("frames.policy" has "frames.policy.fairness")? */
static inline bool px_match_is_of(const struct px_match *match, struct px_slice root)
{
    struct px_slice category = match->category;
    return px_slice_starts(category, root) && (category.size == root.size || category.data[root.size] == '.');
}

/* Is it loaded wording, of the list or as the model proposes it? */
static inline bool px_match_is_loaded(const struct px_match *match)
{
    return px_match_is_of(match, PX_SLICE("loaded"));
}

/* The voice that a loaded word counts for: behind "so-called" it is as far from the article as in marks of distance. */
static inline uint8_t px_match_voice(const struct px_match *match)
{
    bool far = match->distanced && match->voice == PX_VOICE_OWN && px_match_is_loaded(match);
    return far ? (uint8_t)PX_VOICE_SCARE : match->voice;
}

/* Does the match count for figures, findings and evidence? Those that do not stay in the article's list. */
static inline bool px_match_counts(const struct px_match *match)
{
    return match->dismissed == PX_DISMISSED_NOT;
}

/* Does it count among the loaded words of the article's own voice? */
static inline bool px_match_is_own_loaded(const struct px_match *match)
{
    return !match->by_model && px_match_voice(match) == PX_VOICE_OWN && px_match_counts(match) &&
           px_match_is_loaded(match);
}

/* Does a model propose the words, and think it likelier than not that they are loaded? Such words are shown to
 * readers. */
static inline bool px_match_is_proposal(const struct px_match *match)
{
    return match->by_model && match->marked && match->probability >= .5;
}

/* Of what part of speech a token is. */
enum px_word_class {
    PX_WORD_OTHER,
    PX_WORD_NOUN,
    PX_WORD_NAME,
    PX_WORD_VERB,
    PX_WORD_ADJECTIVE,
    PX_WORD_ADVERB,
    PX_WORD_NUMBER
};

/* What grammar says of a token's word by itself. */
struct px_lexeme {
    uint32_t lemma;     /* form id of the worker's vocabulary: "add" of "added" */
    uint8_t word_class; /* enum px_word_class */
    bool compound;      /* is part of a noun of several words, "health" and "care" of "health care" */
    bool particle;      /* a verb with its particle, "hit" and "back" of "hit back" */
};

enum px_label { PX_LABEL_NEGATIVE = -1, PX_LABEL_NEUTRAL = 0, PX_LABEL_POSITIVE = 1 };

enum px_quantity_kind {
    PX_QUANTITY_COUNT,
    PX_QUANTITY_MONEY,
    PX_QUANTITY_SHARE, /* per cent */
    PX_QUANTITY_AGE,
    PX_QUANTITY_DAY /* of the week: 1 Monday … 7 Sunday */
};

/* A figure that the text gives, with what it counts and of what event: "at least 12 people were killed". What it says
 * of the true number is an interval: 12 or more. Only with grammar. */
struct px_quantity {
    uint32_t start; /* of the words that give it: "at least 12 people" */
    uint32_t end;
    double value; /* as written; NaN where it has none ("dozens") */
    double low;
    double high;           /* may be infinite */
    struct px_slice what;  /* the lemma of what is counted, or its class ("person"); whose age */
    struct px_slice unit;  /* the currency; empty of what is no money */
    struct px_slice event; /* the lemma of what happens to it or it does, or its class ("death"); may be empty */
    uint32_t entity;       /* whose age, or who does it, or PX_NONE */
    uint32_t other;        /* whom it befalls, or PX_NONE */
    uint32_t sentence;
    uint32_t attribution; /* it stands in, or PX_NONE */
    bool acts;            /* what is counted does it; else it befalls what is counted */
    uint8_t kind;         /* enum px_quantity_kind */
};

/* A verb with who it is said of and what belongs to it: "police | detained 14 protesters on Friday". */
struct px_event {
    struct px_party subject;  /* words are empty where a pronoun stands for the entity */
    struct px_span predicate; /* from the first auxiliary to the last argument; added clauses left out */
    struct px_slice lemma;
    uint32_t token; /* the verb */
    uint32_t sentence;
    uint32_t attribution; /* it stands in, or PX_NONE */
    bool told;            /* as something that somebody did or that befell him: finite, past, not denied, no condition,
                           * outside of quotations; else it may be anything that a verb says */
    bool clear;           /* it is told, in words that say by themselves of whom and of what */
};

struct px_stance_evidence {
    uint32_t sentence;
    uint32_t start;
    uint32_t end;
    double contribution;
    uint32_t attribution; /* whose voice: PX_NONE is the outlet's own */
    bool tied;            /* by grammar it is said of the entity; not only near it */
    bool said;            /* it is tied, and a mention of its sentence clearly judged for it */
    uint32_t judge; /* the attribution whose speaker judges, or PX_NONE, as `attribution`; but who "slams" somebody
                           * else judges by the very word that the outlet has for it */
};

/* A mean over mentions, -1..1, with its interval; -1 to 1 without any mention. */
struct px_stance_score {
    double score;
    double low;
    double high;
    int8_t label;      /* enum px_label */
    uint32_t mentions; /* that it is the mean of */
};

/* What one mention gets, in whatever voice. */
struct px_stance_mention {
    uint32_t mention;
    uint32_t attribution; /* it stands in, or PX_NONE */
    double score;         /* -1..1 */
    int8_t label;
    bool clear;  /* sure, and said of the mention by grammar: such judgements are counted in reports */
    bool others; /* a judging word that is said of it is a speaker's */
};

struct px_stance_section {
    uint32_t section;
    struct px_stance_score own;
};

/* Evaluations toward one entity. `own` counts the outlet's own voice alone; sections without it are left out. */
struct px_stance {
    uint32_t entity;
    struct px_stance_score own;
    struct px_stance_mention *mentions; /* all of the entity's, by position */
    size_t mention_count;
    struct px_stance_section *sections;
    size_t section_count;
    struct px_stance_evidence *evidence;
    size_t evidence_count;
};

/* A target asked for by the record or the options: a name, or a span of the text. */
struct px_target {
    struct px_slice name; /* empty: by span */
    struct px_span span;
    uint32_t entity; /* whom the name means here, PX_NONE: the article does not name them; PX_NONE by span */
    double score;
    int8_t label;
    struct px_stance_evidence *evidence;
    size_t evidence_count;
};

#endif
