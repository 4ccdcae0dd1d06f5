/* Findings on agency: what one article tells without a doer, and another tells with one. */
#include "findings/findings.h"

enum { MOST_ACTS = 400 };

static const double rank = 66;

/* The referent that an entity of the article is, or PX_NONE. */
static uint32_t referent_of(const struct px_compare_context *context, size_t article, uint32_t entity)
{
    return entity == PX_NONE ? PX_NONE : context->referent_of[article][entity];
}

static bool is_own(const struct px_act *act)
{
    return act->voice == PX_VOICE_OWN && !act->negated && act->verb.size > 0;
}

/* The same deed, as far as can be told: the same verb, done to the same one. */
static bool is_same(const struct px_compare_context *context, size_t a, const struct px_act *left, size_t b,
                    const struct px_act *right)
{
    uint32_t patient = referent_of(context, a, left->patient);
    return patient != PX_NONE && patient == referent_of(context, b, right->patient) &&
           px_slice_equal(left->verb, right->verb);
}

/* Who does the deed in article b, where article a leaves it out; NULL where nothing is said. */
static const struct px_act *find_doer(const struct px_compare_context *context, size_t a, const struct px_act *act,
                                      size_t b)
{
    const struct px_article *other = context->articles[b];
    for (size_t i = 0; i < other->acts.count && i < MOST_ACTS; i++) {
        const struct px_act *told = &other->acts.items[i];
        if (is_own(told) && told->agent != PX_NONE && told->agent != told->patient && is_same(context, a, act, b, told))
            return told;
    }
    return NULL;
}

/* Does the article itself say elsewhere who did it? */
static bool says_elsewhere(const struct px_compare_context *context, size_t a, const struct px_act *act)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->acts.count && i < MOST_ACTS; i++)
        if (article->acts.items[i].agent_given && is_same(context, a, act, a, &article->acts.items[i]))
            return true;
    return false;
}

static struct px_slice words_of(const struct px_article *article, const struct px_act *act)
{
    return px_slice_part(article->text, act->start, act->end);
}

/* "“was expelled” stands without a doer in A; in B: “expelled”, by Sorvia." */
static enum px_status add_contrast(struct px_findings *findings, size_t a, const struct px_act *act, size_t b,
                                   const struct px_act *told, struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    const struct px_article *other = context->articles[b];
    uint32_t patient = referent_of(context, a, act->patient);
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = px_compare_evidence(context, (uint32_t[]){act->sentence}, 1, &findings->evidence[a], error);
    if (status == PX_OK)
        status = px_compare_evidence(context, (uint32_t[]){told->sentence}, 1, &findings->evidence[b], error);
    if (status != PX_OK)
        return status;
    px_buffer_string(&findings->text, "Of ");
    px_findings_quote(findings, context->comparison->referents.items[patient].name);
    px_buffer_string(&findings->text, ": ");
    px_findings_quote(findings, words_of(context->articles[a], act));
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, a);
    px_buffer_string(&findings->text, ", without a doer; ");
    px_findings_quote(findings, words_of(other, told));
    px_buffer_string(&findings->text, " in ");
    px_findings_article(findings, b);
    px_buffer_string(&findings->text, ", by ");
    px_findings_quote(findings, other->entities.items[told->agent].name);
    return px_findings_end(findings, PX_DRAFT_AGENCY, rank, act->verb, error);
}

static enum px_status compare_pair(struct px_findings *findings, size_t a, size_t b, struct px_error *error)
{
    const struct px_compare_context *context = findings->context;
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->acts.count && i < MOST_ACTS; i++) {
        const struct px_act *act = &article->acts.items[i];
        if (!is_own(act) || !px_act_is_agentless(act) || says_elsewhere(context, a, act))
            continue;
        const struct px_act *told = find_doer(context, a, act, b);
        enum px_status status = told == NULL ? PX_OK : add_contrast(findings, a, act, b, told, error);
        if (status != PX_OK)
            return status;
    }
    return PX_OK;
}

enum px_status px_findings_agency(struct px_findings *findings, struct px_error *error)
{
    size_t count = findings->context->count;
    enum px_status status = PX_OK;
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; status == PX_OK && b < count; b++)
            if (a != b)
                status = compare_pair(findings, findings->order[a], findings->order[b], error);
    return status;
}
