/* Is an attribution a statement? Somebody who can speak says something: there is a quotation, or a cue that reports and
 * a clause or a request that it reports. "Praised the ruling", "a sign of how", "might respond", "knows" are none. */
#include "reading/parse.h"
#include "sourcing/attribution_scene.h"

enum { WITHHELD_MOST = 3 }; /* tokens of "stopped short of" */

static const double only_reports = 0.9;   /* weight of a cue such as "says" */
static const double reports_least = 0.5;  /* weight of a cue: how often it reports */
static const double surely_reports = 0.8; /* weight of a cue whose subject speaks, whoever it is */
static const double hardly_reports =
    0.1;                          /* the same of a deed, of which quotation marks may tell, but nobody says anything */
static const double likely = 0.5; /* confidence in what hardly anything else speaks for */
static const double may_report = 0.3; /* the same, where the model is sure or words of its own say so */

/* "might respond to it": nobody did. With words of its own it tells what somebody will or would say. */
static bool is_modal(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->group.first > cue->bounds.first ? cue->group.first - 1 : cue->group.first;
    for (uint32_t t = first; t < cue->core.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_MODAL))
            return true;
    return false;
}

/* "would set limits, *stipulating* that": a participle of what is not yet done tells what a plan holds. */
static bool hangs_on_modal(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, cue->core.first);
    if (tree == NULL || !px_scene_has(scene, cue->core.first, PX_CLASS_GERUND))
        return false;
    uint32_t word = px_parse_word(scene->annotation, cue->core.first);
    uint32_t above = tree->words[word].head;
    if ((px_tree_arc(tree, word) & PX_ARC_ASIDE) == 0 || above >= tree->count)
        return false;
    for (size_t i = 0; i < cue->content.count; i++) /* where the parser hangs it on what is said itself */
        if (px_range_holds(cue->content.items[i], px_parse_token(scene->annotation, cue->sentence, above)))
            return false;
    uint32_t child = px_tree_dependent(tree, above, PX_ARC_AUXILIARY);
    for (; child != PX_NONE && child < above; child = px_tree_next(tree, child, PX_ARC_AUXILIARY))
        if ((px_parse_classes(scene->annotation, cue->sentence, child) & PX_CLASS_MODAL) != 0)
            return true;
    return false;
}

/* Does the content tell something: has it a verb that is no participle beside a noun ("the *proposed* law"), or a
 * question? */
static bool has_clause(const struct px_scene *scene, const struct px_cue *cue)
{
    const unsigned clause = PX_ARC_CLAUSE | PX_ARC_OPEN | PX_ARC_ASIDE | PX_ARC_CONJUNCT;
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            const struct px_tree *tree = px_parse_tree(scene->annotation, t);
            uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, t);
            bool opens = tree != NULL && t == cue->content.items[i].first && px_scene_has(scene, t, PX_CLASS_THAT) &&
                         px_tree_has_xpos(tree, word, "IN");
            if (tree == NULL || opens) /* "that" opens one, whatever the parser makes of what follows */
                return true;
            struct px_slice tag = px_syntax_xpos(tree->syntax, tree->words[word].tag);
            bool verb = px_slice_starts(tag, PX_SLICE("VB")) && (px_tree_arc(tree, word) & clause) != 0;
            bool copula = (px_tree_arc(tree, word) & PX_ARC_COPULA) != 0;
            bool relative =
                verb && (px_tree_arc(tree, word) & (PX_ARC_CLAUSE | PX_ARC_ASIDE)) == (PX_ARC_CLAUSE | PX_ARC_ASIDE) &&
                px_tree_dependent(tree, word, PX_ARC_SUBJECT) != PX_NONE && t > cue->content.items[i].first + 1 &&
                px_scene_has(scene, t - 1, PX_CLASS_RELATIVE);
            if (copula || (verb && !relative))
                return true;
        }
    return false;
}

/* "assailed him *for speaking* out": the deed for which somebody is attacked or praised, in the article's words. */
static bool is_reason(const struct px_scene *scene, uint32_t token)
{
    uint32_t t = token;
    while (t > 0 && px_scene_has(scene, t - 1, PX_CLASS_ADVERB | PX_CLASS_NEGATION))
        t--;
    return t > 0 && px_scene_has(scene, token, PX_CLASS_GERUND) && px_scene_has(scene, t - 1, PX_CLASS_PREPOSITION);
}

/* Does a verb of what is said hang on the cue itself, "praised how he *led*", or a clause on what is denied: "rejected
 * the notion *that he lied*"? */
static bool governs_clause(const struct px_scene *scene, const struct px_cue *cue)
{
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            const struct px_tree *tree = px_parse_tree(scene->annotation, t);
            uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, t);
            uint32_t head = tree == NULL ? PX_NONE : tree->words[word].head;
            if (tree == NULL || (px_scene_has(scene, t, PX_CLASS_THAT) && px_tree_has_xpos(tree, word, "IN")) ||
                (px_slice_starts(px_syntax_xpos(tree->syntax, tree->words[word].tag), PX_SLICE("VB")) &&
                 !px_scene_has(scene, t, PX_CLASS_PREPOSITION) && !is_reason(scene, t) && head < tree->count &&
                 scene->tokens[t].sentence == cue->sentence &&
                 px_range_holds(cue->group, px_parse_token(scene->annotation, cue->sentence, head))))
                return true;
        }
    return false;
}

/* "decried him *as a liar*": does the cue say what it takes somebody for? */
static bool judges(const struct px_scene *scene, const struct px_cue *cue)
{
    const unsigned as = PX_CLASS_SUBORDINATOR | PX_CLASS_PREPOSITION;
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            const struct px_tree *tree = px_parse_tree(scene->annotation, t);
            if (tree == NULL || (scene->classes[t] & as) != as || scene->tokens[t].sentence != cue->sentence)
                continue;
            uint32_t word = tree->words[px_parse_word(scene->annotation, t)].head;
            uint32_t verb = word < tree->count ? tree->words[word].head : PX_NONE;
            if (t == cue->content.items[0].first ||
                (verb < tree->count &&
                 px_range_holds(cue->group, px_parse_token(scene->annotation, cue->sentence, verb))))
                return true;
        }
    return false;
}

/* "accused the mayor of lying": a charge says what somebody is charged with. */
static bool is_charge(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_hits *hits = &scene->article->hits;
    const struct px_lexicon *blame = px_resources_lexicon(scene->annotation->resources, PX_LEXICON_BLAME);
    size_t charges = px_lexicon_column(blame, "charges");
    for (size_t i = px_hits_from(hits, cue->group.first);
         i < hits->count && hits->items[i].first_token < cue->group.end; i++)
        if (hits->items[i].lexicon == PX_LEXICON_BLAME &&
            px_lexicon_cell(blame, px_resources_entry(scene->annotation->resources, &hits->items[i]), charges).size > 0)
            return true;
    return false;
}

/* "characterized *the claims*", "laid out *a plan that many like*": is all that follows the verb one noun, its object? It
 * names what somebody spoke of, in the article's words. "Called *it* a sham" says what it is, as does "*as* a sham". */
static bool has_only_object(const struct px_scene *scene, const struct px_cue *cue)
{
    const unsigned as = PX_CLASS_SUBORDINATOR | PX_CLASS_PREPOSITION, joins = as | PX_CLASS_COORDINATOR;
    struct px_range part = cue->content.count == 1 ? cue->content.items[0] : (struct px_range){0, 0};
    const struct px_tree *tree = px_parse_tree(scene->annotation, part.first);
    if (tree == NULL || part.first < cue->group.end || part.end > cue->bounds.end || px_range_empty(part))
        return false;
    uint32_t noun = px_parse_head(scene->annotation, part.first, part.end);
    uint32_t verb = noun == PX_NONE ? PX_NONE : tree->words[noun].head;
    if (verb >= tree->count || px_tree_dependent(tree, verb, PX_ARC_OBJECT) != noun || /* "*what* he called a lie" */
        !px_tree_has_upos(tree, noun, "NOUN") ||
        !px_range_holds(cue->group, px_parse_token(scene->annotation, cue->sentence, verb)))
        return false;
    for (uint32_t t = part.first; t < part.end; t++) {
        uint32_t word = px_parse_word(scene->annotation, t);
        bool second = t > part.first && px_scene_has(scene, t, PX_CLASS_ARTICLE) &&
                      !px_scene_has(scene, t - 1, joins) && scene->marks[t - 1] == 0;
        bool added = (px_tree_arc(tree, word) & (PX_ARC_ASIDE | PX_ARC_ADVERB)) != 0; /* a clause may be, or "yet" */
        if ((scene->classes[t] & as) == as || second || (tree->words[word].head == verb && word != noun && !added))
            return false;
    }
    return true;
}

/* "downplayed *the weight of the mayor getting a rebuke*": what a verb that only has an object takes a stand on is the
 * article's to describe, whatever verb the description holds. */
static bool describes_object(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_cue_entry *entry = cue->entry;
    bool stand = entry->tone == PX_TONE_CONFRONTATIONAL || entry->tone == PX_TONE_AFFIRMING;
    if (entry->takes != PX_TAKES_OBJECT || is_charge(scene, cue))
        return false;
    if (!stand)
        return has_only_object(scene, cue);
    return entry->kind == PX_CUE_VERB && !judges(scene, cue) && !governs_clause(scene, cue);
}

/* A cue that names what is said: "voiced concern over", "offered his doubts about", "called for"; or says what somebody
 * is called. */
static bool names_speech(const struct px_scene *scene, const struct px_cue *cue)
{
    if (cue->entry->weight < may_report)
        return false;
    if (cue->entry->kind == PX_CUE_PHRASE || px_scene_has(scene, cue->core.first, PX_CLASS_NAMING))
        return !has_only_object(scene, cue);
    for (uint32_t t = cue->core.end; cue->entry->kind == PX_CUE_VERB && t < cue->group.end; t++) {
        const struct px_cue *noun = px_scene_cue_at(scene, t);
        if (noun != NULL && noun->entry->kind == PX_CUE_NOUN)
            return true;
    }
    return false;
}

/* Words between quotation marks that nobody says: "does not use the word “cuts”", "appeared to agree that it was
 * “fine”", "ban travel over the “new” law". */
static bool only_quotes(const struct px_scene *scene, const struct px_cue *cue,
                        const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    bool mixed = attribution->type == PX_ATTRIBUTION_MIXED;
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : PX_NONE;
    bool to = first != PX_NONE && first >= cue->core.end && px_scene_has(scene, first, PX_CLASS_TO);
    bool wish = (entry->takes & (PX_TAKES_QUOTATION | PX_TAKES_OBJECT)) == 0 && entry->weight < may_report;
    bool deed = entry->takes == PX_TAKES_OBJECT && entry->weight <= hardly_reports;
    if (cue->negated)
        return true;
    if (!mixed)
        return false;
    return px_scene_has(scene, cue->core.first, PX_CLASS_RAISING) || (entry->weight > 0 && (deed || (wish && to)));
}

static bool negates(const struct px_scene *scene, uint32_t token)
{
    const struct px_hits *hits = &scene->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_NEGATION && hits->items[i].token_count == 1)
            return true;
    return false;
}

/* "offered *no indication* that", "suggested *few ideas*": an object that is not there is not said. "Said *nobody* had
 * come" and "said *no one*" are clauses. */
static bool says_nothing(const struct px_scene *scene, const struct px_cue *cue)
{
    const unsigned leads = PX_CLASS_PREPOSITION | PX_CLASS_PARTICLE;
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : PX_NONE;
    const struct px_tree *tree = first == PX_NONE ? NULL : px_parse_tree(scene->annotation, first);
    if (tree == NULL || first < cue->group.end || first > cue->group.end + 1 || scene->quotations[first] != PX_NONE)
        return false;
    if (px_scene_has(scene, first, leads) && !px_scene_has(scene, first, PX_CLASS_TO | PX_CLASS_SUBORDINATOR))
        first++;
    if (first >= cue->content.items[0].end || !negates(scene, first))
        return false;
    if (first + 2 < cue->content.items[0].end && px_scene_has(scene, first + 2, PX_CLASS_THAT))
        return true; /* whatever the parser makes of what follows */
    uint32_t word = px_parse_word(scene->annotation, first), noun = tree->words[word].head;
    uint32_t verb = noun < tree->count ? tree->words[noun].head : PX_NONE;
    return (px_tree_arc(tree, word) & (PX_ARC_DETERMINER | PX_ARC_MODIFIER)) != 0 && verb < tree->count &&
           (px_tree_arc(tree, noun) & (PX_ARC_OBJECT | PX_ARC_OBLIQUE)) != 0 &&
           px_range_holds(cue->group, px_parse_token(scene->annotation, cue->sentence, verb));
}

/* "*refrained from* mentioning", "*failed to* say": what words of denial keep from being said. */
static bool is_withheld(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_hits *hits = &scene->article->hits;
    uint32_t first = cue->core.first, reach = WITHHELD_MOST < first ? first - WITHHELD_MOST : 0;
    for (size_t i = px_hits_from(hits, reach); i < hits->count && hits->items[i].first_token < first; i++)
        if (hits->items[i].lexicon == PX_LEXICON_NEGATION && hits->items[i].token_count > 1 &&
            hits->items[i].first_token + hits->items[i].token_count == first)
            return true;
    return false;
}

/* "It reveals that", "this shows": what stands for a thing, or for all that was told, says nothing; nor does anybody
 * who "has shown how little he cares", but for a document. */
static bool is_mere_sign(const struct px_scene *scene, const struct px_cue *cue,
                         const struct px_attribution *attribution)
{
    const unsigned stands_for = PX_CLASS_DETERMINER | PX_CLASS_RELATIVE | PX_CLASS_OBJECT;
    uint32_t first = cue->speaker.first;
    uint32_t told = cue->content.count > 0 ? cue->content.items[0].first : 0;
    if (cue->entry->act == PX_ACT_SIGN && attribution->speaker_kind != PX_SPEAKER_DOCUMENT &&
        cue->entry->kind == PX_CUE_VERB && told >= cue->group.end && px_scene_has(scene, told, PX_CLASS_QUESTION))
        return true;
    if (cue->entry->act != PX_ACT_SIGN || attribution->entity != PX_NONE || px_range_empty(cue->speaker))
        return false;
    bool pronoun = cue->speaker.end == first + 1 && px_scene_has(scene, first, stands_for) &&
                   attribution->speaker_kind != PX_SPEAKER_PERSON && attribution->speaker_kind != PX_SPEAKER_GROUP;
    return pronoun || px_scene_is_stranger(scene, cue);
}

/* Has what is said a subject of its own, or "that"? */
static bool has_subject(const struct px_scene *scene, const struct px_cue *cue)
{
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            const struct px_tree *tree = px_parse_tree(scene->annotation, t);
            if (tree == NULL || px_scene_has(scene, t, PX_CLASS_THAT) ||
                (px_tree_arc(tree, px_parse_word(scene->annotation, t)) & PX_ARC_SUBJECT) != 0)
                return true;
        }
    return false;
}

/* "citing *two officials involved in it*": whom it has it from is nothing that is said. */
static bool is_mere_source(const struct px_scene *scene, const struct px_cue *cue)
{
    if (cue->entry->act != PX_ACT_SOURCE || cue->content.count == 0 || has_subject(scene, cue))
        return false;
    struct px_cue source = *cue;
    source.speaker = cue->content.items[0];
    source.form = PX_FORM_PLAIN;
    return !px_scene_is_stranger(scene, &source);
}

/* "are unhappy that", "is outspoken in his views": an adjective that is mostly told of, not said, or has no clause. */
static bool is_feeling(const struct px_cue_entry *entry)
{
    return entry->kind == PX_CUE_ADJECTIVE && (entry->weight < reports_least || entry->takes == PX_TAKES_OBJECT);
}

/* "the indictment *detailed how he relied on others*": a document has words alone, whatever its verb does elsewhere. */
static bool is_detail(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution)
{
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    return attribution->speaker_kind == PX_SPEAKER_DOCUMENT && cue->entry->kind == PX_CUE_VERB &&
           cue->entry->weight > 0 && cue->entry->act == PX_ACT_SPEECH && first == cue->group.end &&
           px_scene_has(scene, first, PX_CLASS_QUESTION) && has_clause(scene, cue) && has_subject(scene, cue);
}

/* "*Asked about* those remarks, he …": nobody is named who says it, and it says nothing but what it is about. */
static bool is_undergone(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->core.first;
    const struct px_tree *tree = px_parse_tree(scene->annotation, first);
    if (tree == NULL || !px_range_empty(cue->speaker) || cue->entry->kind != PX_CUE_VERB)
        return false;
    struct px_slice tag = px_syntax_xpos(tree->syntax, tree->words[px_parse_word(scene->annotation, first)].tag);
    return px_slice_is(tag, "VBN") || (px_slice_is(tag, "VBD") && first == cue->bounds.first);
}

/* "Council Responds To Fraud Charges", "Ono Brell Named Mayor": in a headline a verb with a noun alone behind it tells what
 * somebody does or undergoes, in the headline's words; behind "says" the noun is a clause that the parser does not see. */
static bool is_told_in_headline(const struct px_scene *scene, const struct px_cue *cue)
{
    uint8_t role = scene->article->blocks.items[scene->article->sentences.items[cue->sentence].block].role;
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++)
            if (px_parse_is_finite(scene->annotation, t) || px_scene_has(scene, t, PX_CLASS_TO | PX_CLASS_AUXILIARY))
                return false;
    return !px_role_is_paragraph(role) && cue->entry->kind == PX_CUE_VERB &&
           (cue->entry->weight < only_reports || (cue->entry->takes & PX_TAKES_OBJECT) != 0);
}

bool px_scene_is_speech(const struct px_scene *scene, const struct px_cue *cue,
                        const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    bool clausal = (entry->takes & (PX_TAKES_THAT | PX_TAKES_QUOTATION)) != 0;
    if (entry->act == PX_ACT_SILENCE || entry->act == PX_ACT_DEED || says_nothing(scene, cue) ||
        px_scene_is_given_title(scene, cue) || is_mere_sign(scene, cue, attribution))
        return false;
    if (attribution->type != PX_ATTRIBUTION_INDIRECT)
        return !only_quotes(scene, cue, attribution);
    bool told = has_clause(scene, cue) && !describes_object(scene, cue);
    bool shows = entry->act == PX_ACT_SIGN && entry->kind == PX_CUE_VERB; /* "revealed *a link between the two*" */
    if (is_mere_source(scene, cue) || (shows && has_only_object(scene, cue)) || is_told_in_headline(scene, cue))
        return false;
    if (entry->act == PX_ACT_THOUGHT || is_feeling(entry) || cue->negated || is_withheld(scene, cue) ||
        cue->undergone || (!told && (is_modal(scene, cue) || is_undergone(scene, cue))) || hangs_on_modal(scene, cue))
        return false;
    if (px_scene_is_stranger(scene, cue) && (!told || !clausal || entry->weight < surely_reports))
        return false;
    if (!told && !names_speech(scene, cue) && (!clausal || entry->kind == PX_CUE_NOUN))
        return false;
    bool sure = attribution->high_tier || (told && clausal && !px_range_empty(cue->speaker));
    return entry->weight >= reports_least || (entry->weight >= may_report && sure) || names_speech(scene, cue) ||
           is_detail(scene, cue, attribution) || (entry->weight > 0 && attribution->high_tier && clausal);
}

/* "announced *the date of the vote*": what somebody spoke of and the reader knows of is named in the article's words;
 * "announced *a new vote*" says what it is. */
static bool names_topic(const struct px_scene *scene, const struct px_cue *cue)
{
    return cue->content.count > 0 && (cue->entry->takes & PX_TAKES_OBJECT) != 0 && has_only_object(scene, cue) &&
           !has_clause(scene, cue) &&
           px_scene_has(scene, cue->content.items[0].first, PX_CLASS_DEFINITE | PX_CLASS_POSSESSIVE);
}

bool px_scene_is_reported(const struct px_scene *scene, const struct px_cue *cue,
                          const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    if (!attribution->speech || attribution->type == PX_ATTRIBUTION_DIRECT)
        return attribution->speech;
    if (attribution->type ==
        PX_ATTRIBUTION_MIXED) /* "signed a pact that lets them stay as “guards”": the pact is told of */
        return attribution->high_tier || entry->weight >= reports_least;
    bool reaction = entry->tone == PX_TONE_CONFRONTATIONAL || entry->tone == PX_TONE_AFFIRMING;
    if ((entry->kind == PX_CUE_VERB && reaction && !has_clause(scene, cue)) || names_topic(scene, cue))
        return false;
    if (is_told_in_headline(scene, cue))
        return false;
    if (attribution->high_tier)
        return true;
    bool clausal = (entry->takes & (PX_TAKES_THAT | PX_TAKES_QUOTATION)) != 0 && entry->act != PX_ACT_SIGN;
    if (clausal && has_clause(scene, cue) && has_subject(scene, cue))
        return entry->weight >= may_report || is_detail(scene, cue, attribution);
    return !px_range_empty(cue->speaker) && entry->weight >= reports_least && cue->score >= likely;
}
