#include "sourcing/voice_behind.h"

#include "reading/grammar.h"
#include "reading/parse.h"

enum { NAME_REACH = 3 };

/* "said *that* costs rose": does the token only open a clause? It is the article's, whoever says the clause. */
static bool opens_clause(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(annotation, token);
    return tree != NULL && (annotation->classes[token] & PX_CLASS_THAT) != 0 &&
           px_tree_has_xpos(tree, px_parse_word(annotation, token), "IN");
}

void px_voice_lay_word(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    uint32_t at = px_parse_token(annotation, sentence, word);
    struct px_token *token = &annotation->article->tokens.items[at];
    if (token->voice == PX_VOICE_OWN && !opens_clause(annotation, at))
        token->voice = PX_VOICE_INDIRECT;
}

/* "warnings from Hask that it was *“badly misguided”*": quoted words of a view are those of whoever has it. */
static void cite_word(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    struct px_token *token = &annotation->article->tokens.items[px_parse_token(annotation, sentence, word)];
    if (token->voice == PX_VOICE_SCARE)
        token->voice = PX_VOICE_DIRECT;
}

uint32_t px_voice_end_of_clause(const struct px_tree *tree, uint32_t verb)
{
    const unsigned kinds = PX_ARC_CONJUNCT | PX_ARC_ASIDE;
    uint32_t end = px_tree_span(tree, verb).end;
    for (uint32_t c = px_tree_dependent(tree, verb, kinds); c != PX_NONE; c = px_tree_next(tree, c, kinds)) {
        uint32_t first = px_tree_span(tree, c).start;
        if (c > verb && first > verb && first < end && px_tree_has_xpos(tree, c, "VBG") &&
            ((px_tree_arc(tree, c) & PX_ARC_ASIDE) != 0 || !px_tree_has_xpos(tree, verb, "VBG")))
            end = first;
    }
    return end;
}

/* Does the noun stand below a verb that tells what may come, "*will* open her to attacks"? Nobody has said so yet. */
static bool is_foreseen(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t verb = px_tree_clause(tree, noun);
    uint32_t aux = verb < noun ? px_tree_dependent(tree, verb, PX_ARC_AUXILIARY) : PX_NONE;
    for (; aux != PX_NONE; aux = px_tree_next(tree, aux, PX_ARC_AUXILIARY))
        if ((px_parse_classes(annotation, sentence, aux) & PX_CLASS_MODAL) != 0)
            return true;
    return false;
}

/* The words below the verb, from `first` on, become another's; what is foreseen of the noun, nobody's. */
static void lay_clause(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun, uint32_t first,
                       uint32_t verb)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    bool foreseen = is_foreseen(annotation, sentence, noun);
    uint32_t end = verb < tree->count && verb >= first ? px_voice_end_of_clause(tree, verb) : 0;
    for (uint32_t w = first; w < end; w++) {
        if (foreseen) {
            annotation->article->tokens.items[px_parse_token(annotation, sentence, w)].flags |= PX_TOKEN_PASSED_ON;
            continue;
        }
        px_voice_lay_word(annotation, sentence, w);
        cite_word(annotation, sentence, w);
    }
}

/* "shifted from calls *to end a bloody regime*": what a noun of speech asks for is not the article's to say, whoever
 * asks. In "an offer to miners" nothing is asked for. */
static void lay_request(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    if (noun + 1 < tree->count && (px_parse_classes(annotation, sentence, noun + 1) & PX_CLASS_TO) != 0 &&
        px_tree_has_upos(tree, noun + 1, "PART"))
        lay_clause(annotation, sentence, noun, noun + 1, tree->words[noun + 1].head); /* wherever the parser hangs it */
}

/* "a sense among allies *that the war is lost*": a noun of the mind or of a charge has somebody's view behind it. */
static void lay_view(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    for (uint32_t w = noun + 1; w < tree->count && w <= noun + PX_VOICE_REACH; w++) {
        struct px_slice tag = px_syntax_upos(tree->syntax, tree->words[w].tag);
        if ((px_parse_classes(annotation, sentence, w) & PX_CLASS_THAT) != 0) {
            if (px_slice_is(tag, "SCONJ"))                                          /* else it stands for the noun */
                lay_clause(annotation, sentence, noun, w + 1, tree->words[w].head); /* wherever the parser hangs it */
            return;
        }
        bool is = (px_parse_classes(annotation, sentence, w) & PX_CLASS_BE) != 0; /* "the fear *is* that" */
        if (px_slice_is(tag, "VERB") || (px_slice_is(tag, "AUX") && !is) || px_slice_is(tag, "PUNCT"))
            return;
    }
}

static bool is_dash(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    const struct px_article *article = annotation->article;
    char mark = article->text.data[article->tokens.items[px_parse_token(annotation, sentence, word)].start];
    return px_tree_has_xpos(tree, word, ":") && mark != ':' && mark != ';' && mark != '.';
}

/* "told them of the town's position – *that the mine is brutal, but also that it pays*": what a noun of speech or of the
 * mind stands for behind a dash, up to the next dash. */
static void lay_behind_dash(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t dash = noun + 1;
    while (dash < tree->count && dash <= noun + PX_VOICE_REACH && !is_dash(annotation, sentence, dash) &&
           !px_tree_is_finite(tree, dash))
        dash++;
    if (dash + 1 >= tree->count || !is_dash(annotation, sentence, dash) ||
        (px_parse_classes(annotation, sentence, dash + 1) & PX_CLASS_THAT) == 0 ||
        !px_tree_has_xpos(tree, dash + 1, "IN"))
        return;
    for (uint32_t w = dash + 1; w < tree->count && !is_dash(annotation, sentence, w); w++)
        px_voice_lay_word(annotation, sentence, w);
}

/* Does the text take for true, at the token, what the verb there governs: "knew that"? */
static bool is_factive(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == PX_LEXICON_PRESUPPOSITION &&
            px_category_within(px_resources_entry(annotation->resources, &hits->items[i])->category,
                               PX_SLICE("presupposition.factive")))
            return true;
    return false;
}

/* "will help determine *where the row goes on*": a question that a verb of the mind governs tells of nobody's view. */
static bool is_question(const struct px_annotation *annotation, uint32_t sentence, uint32_t clause, struct px_slice act)
{
    uint32_t first = px_tree_span(&annotation->trees[sentence], clause).start;
    return px_slice_is(act, "thought") && (px_parse_classes(annotation, sentence, first) & PX_CLASS_QUESTION) != 0;
}

/* May the word, as a subject, have something to say: a pronoun, a name, or a word for who speaks or holds office? */
static bool can_hold(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_hits *hits = &annotation->article->hits;
    if (annotation->mentions[token] != PX_NONE || (annotation->classes[token] & PX_CLASS_SUBJECT) != 0)
        return true;
    for (size_t i = px_hits_from(hits, token > NAME_REACH ? token - NAME_REACH : 0);
         i < hits->count && hits->items[i].first_token <= token; i++)
        if (hits->items[i].first_token + hits->items[i].token_count > token &&
            (hits->items[i].lexicon == PX_LEXICON_SOURCES || hits->items[i].lexicon == PX_LEXICON_ROLES))
            return true;
    return false;
}

/* Is it a verb of speech or of the mind with a subject, and one that speaks where the verb mostly does not: "tradition
 * *dictates*"? "Highlights that" is the article's own argument, but not what something only suggests. */
static bool is_held_by(const struct px_annotation *annotation, const struct px_hit *hit, uint32_t verb)
{
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    struct px_slice takes = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "takes"));
    struct px_slice act = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "act"));
    struct px_slice tone = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "tone"));
    uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    uint32_t subject = px_tree_subject(tree, verb);
    return hit->token_count == 1 && px_slice_is(entry->category, "cue.verb") &&
           px_slice_starts(takes, PX_SLICE("that")) && (!px_slice_is(act, "sign") || px_slice_is(tone, "doubting")) &&
           !is_factive(annotation, hit->first_token) && subject != PX_NONE &&
           !(px_slice_is(act, "thought") && px_tree_has_xpos(tree, subject, "WDT")) && /* "the year, which saw" */
           (entry->weight >= PX_VOICE_LEAST_SPEECH || px_slice_is(act, "thought") ||
            can_hold(annotation, px_parse_token(annotation, sentence, subject)));
}

static bool is_quotation_mark(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    uint16_t flags = annotation->article->tokens.items[px_parse_token(annotation, sentence, word)].flags;
    return (flags & (PX_TOKEN_QUOTE_OPEN | PX_TOKEN_QUOTE_CLOSE)) != 0;
}

/* "and would leave", "but was": does a verb that goes on with the clause before stand there, rather than one of who
 * tells it, "and urged them to leave"? */
static bool goes_on(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    return word + 1 < annotation->trees[sentence].count &&
           (px_parse_classes(annotation, sentence, word) & PX_CLASS_COORDINATOR) != 0 &&
           (px_parse_classes(annotation, sentence, word + 1) & (PX_CLASS_MODAL | PX_CLASS_BE)) != 0;
}

/* The words up to the first mark become another's, over quoted words as far as a coordinator leads on; where it
 * stands. */
static uint32_t lay_to_mark(const struct px_annotation *annotation, uint32_t sentence, uint32_t first, uint32_t end)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    bool quoted = false;
    for (; first < end; px_voice_lay_word(annotation, sentence, first++)) {
        bool mark = is_quotation_mark(annotation, sentence, first);
        quoted = quoted || mark;
        if ((!mark && px_tree_has_upos(tree, first, "PUNCT")) ||
            (quoted && (px_parse_classes(annotation, sentence, first) & PX_CLASS_COORDINATOR) != 0 &&
             !goes_on(annotation, sentence, first)))
            return first;
    }
    return first;
}

/* "held that it was right, *as could more be where there is need*", "said he was not leaving, *but was in fact tired*":
 * a clause that begins with its verb goes on with the one before. */
static void lay_going_on(const struct px_annotation *annotation, uint32_t sentence, uint32_t first)
{
    const unsigned as = PX_CLASS_SUBORDINATOR | PX_CLASS_PREPOSITION;
    const struct px_tree *tree = &annotation->trees[sentence];
    bool compares = first + 1 < tree->count && (px_parse_classes(annotation, sentence, first) & as) == as &&
                    (px_parse_classes(annotation, sentence, first + 1) & PX_CLASS_MODAL) != 0;
    if (compares || goes_on(annotation, sentence, first))
        lay_to_mark(annotation, sentence, first, tree->count);
}

/* The same, with what goes on behind a phrase that is put in, and behind the mark. */
static void lay_up_to_mark(const struct px_annotation *annotation, uint32_t sentence, struct px_span words)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t w = lay_to_mark(annotation, sentence, words.start, words.end);
    if (w == words.start + 1 && w < words.end) { /* "contend that, like others, he erred" */
        w = lay_to_mark(annotation, sentence, w + 1, tree->count);
        w = w < tree->count ? lay_to_mark(annotation, sentence, w + 1, tree->count) : w;
    }
    bool mark = w < tree->count && px_tree_has_upos(tree, w, "PUNCT");
    lay_going_on(annotation, sentence, mark ? w + 1 : w);
}

/* Is it a clause by its first word, whatever the parser makes of what follows? */
static bool begins_with_that(const struct px_annotation *annotation, uint32_t sentence, uint32_t clause)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t first = px_tree_span(tree, clause).start;
    return (px_parse_classes(annotation, sentence, first) & PX_CLASS_THAT) != 0 && px_tree_has_xpos(tree, first, "IN");
}

/* "held *that a period of rest could be justified*": the clause that a verb of speech or of the mind governs is what
 * somebody says or thinks, be it found as a statement or not; up to the first comma, behind which the article may go
 * on. */
static void lay_complement(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const unsigned kinds = PX_ARC_CLAUSE | PX_ARC_ASIDE | PX_ARC_SUBJECT;
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    uint32_t verb = tree == NULL ? PX_NONE : px_parse_word(annotation, hit->first_token);
    if (verb == PX_NONE || !is_held_by(annotation, hit, verb))
        return;
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    struct px_slice act =
        px_lexicon_cell(cues, px_resources_entry(annotation->resources, hit), px_lexicon_column(cues, "act"));
    uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
    uint32_t child = px_tree_dependent(tree, verb, PX_ARC_CLAUSE);
    for (; child != PX_NONE; child = px_tree_next(tree, child, PX_ARC_CLAUSE)) {
        bool that = begins_with_that(annotation, sentence, child);
        bool subject = (px_tree_arc(tree, child) & kinds) == PX_ARC_CLAUSE &&
                       px_tree_dependent(tree, child, PX_ARC_SUBJECT) != PX_NONE;
        if (child > verb && (that || subject) && !is_question(annotation, sentence, child, act))
            lay_up_to_mark(annotation, sentence, px_tree_span(tree, child));
    }
}

/* Does the noun behind the preposition have something to say, whatever describes it: "from *the old* council"? */
static bool is_from_holder(const struct px_annotation *annotation, uint32_t sentence, uint32_t preposition)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    for (uint32_t w = preposition + 1; w < tree->count && w <= preposition + NAME_REACH; w++) {
        if (can_hold(annotation, px_parse_token(annotation, sentence, w)))
            return true;
        struct px_slice tag = px_syntax_upos(tree->syntax, tree->words[w].tag);
        if (!px_slice_is(tag, "DET") && !px_slice_is(tag, "ADJ") && !px_slice_is(tag, "NOUN"))
            return false;
    }
    return false;
}

/* "the first comments *from Ms. Hask* that the attack might have …": a noun of speech with whoever says it. */
static bool is_word_of(const struct px_annotation *annotation, const struct px_hit *hit, uint32_t sentence,
                       uint32_t noun)
{
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    const struct px_tree *tree = &annotation->trees[sentence];
    return px_slice_is(entry->category, "cue.noun") && noun + 1 < tree->count &&
           px_lexicon_cell(cues, entry, px_lexicon_column(cues, "act")).size == 0 &&
           (px_parse_classes(annotation, sentence, noun + 1) & PX_CLASS_PREPOSITION) != 0 &&
           is_from_holder(annotation, sentence, noun + 1) && !is_factive(annotation, hit->first_token);
}

/* Does the adjective tell what somebody is, "who *are* nervous", and not only what is so, "it is unclear whether"? */
static bool is_predicate(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t subject = px_tree_subject(tree, word);
    bool question = (px_parse_classes(annotation, sentence, word + 1) & PX_CLASS_QUESTION) != 0;
    if (question &&
        (subject == PX_NONE || subject > word || !can_hold(annotation, px_parse_token(annotation, sentence, subject))))
        return false;
    return (px_tree_arc(tree, word) & PX_ARC_MODIFIER) == 0 &&
           (px_tree_dependent(tree, word, PX_ARC_COPULA) != PX_NONE ||
            (word > 0 && (px_parse_classes(annotation, sentence, word - 1) & PX_CLASS_BE) != 0));
}

/* Do the words behind the hit belong to whoever has its adjective of the mind, or asks by its verb? */
static bool leads_view(const struct px_annotation *annotation, const struct px_hit *hit, uint32_t sentence,
                       uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    if (hit->token_count != 1 || word + 1 >= tree->count || is_factive(annotation, hit->first_token))
        return false;
    uint32_t behind = px_parse_classes(annotation, sentence, word + 1);
    if (px_slice_is(entry->category, "cue.adjective"))
        return is_predicate(annotation, sentence, word) && (behind & (PX_CLASS_PREPOSITION | PX_CLASS_TO)) == 0;
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    struct px_slice tag = px_syntax_xpos(tree->syntax, tree->words[word].tag);
    bool adjective = px_slice_is(tag, "JJ"); /* as the parser has it: "the report detailed how" */
    return px_slice_is(entry->category, "cue.verb") &&
           entry->weight >= (adjective ? PX_VOICE_MAY_REPORT : PX_VOICE_LEAST_SPEECH) &&
           px_lexicon_cell(cues, entry, px_lexicon_column(cues, "act")).size == 0 &&
           (adjective || px_slice_starts(tag, PX_SLICE("VB"))) && (behind & PX_CLASS_QUESTION) != 0;
}

/* "are nervous *the row could hurt them*", "question *why she kept it*": the clause right behind an adjective of the
 * mind, and the question behind a verb of speech, whatever the parser makes of them: up to a mark, or to the main verb
 * that comes after the clause's own. */
static void lay_behind(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, hit->first_token);
    if (tree == NULL || !leads_view(annotation, hit, sentence, word))
        return;
    uint32_t end = word + 1, finite = 0;
    bool subject = false;
    for (; end < tree->count && !px_tree_has_upos(tree, end, "PUNCT"); end++) {
        bool verb = px_tree_is_finite(tree, end);
        if (verb && finite > 0 && px_tree_has_xpos(tree, end, "VBD"))
            break;
        subject = subject || (finite == 0 && (px_tree_arc(tree, end) & PX_ARC_SUBJECT) != 0);
        finite += verb;
    }
    for (uint32_t w = word + 1; subject && finite > 0 && w < end; w++)
        px_voice_lay_word(annotation, sentence, w);
}

/* What words of a charge, of the mind and of speech bring with them. */
void px_voice_lay_behind(const struct px_annotation *annotation)
{
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    size_t takes = px_lexicon_column(cues, "takes"), act = px_lexicon_column(cues, "act");
    for (size_t i = 0; annotation->trees != NULL && i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        uint32_t token = hit->first_token + hit->token_count - 1;
        if (annotation->article->tokens.items[token].voice == PX_VOICE_DIRECT)
            continue; /* what is quoted hands over nothing outside of its marks */
        if (hit->lexicon == PX_LEXICON_BLAME)
            px_voice_lay_charge(annotation, hit);
        if (hit->lexicon == PX_LEXICON_CUES) {
            px_voice_lay_source(annotation, hit);
            px_voice_lay_aside(annotation, hit);
            px_voice_pass_verdict(annotation, hit);
            px_voice_pass_request(annotation, hit);
            lay_complement(annotation, hit);
            lay_behind(annotation, hit);
        }
        const struct px_tree *tree = px_parse_tree(annotation, token);
        uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, token);
        if (word == PX_NONE || !px_tree_has_upos(tree, word, "NOUN"))
            continue;
        const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
        uint32_t sentence = annotation->article->tokens.items[token].sentence;
        bool view = hit->lexicon == PX_LEXICON_AGENCY && px_slice_is(entry->category, "agency.supposed.view");
        if (view || (hit->lexicon == PX_LEXICON_CUES && px_slice_is(entry->category, "cue.noun")))
            lay_behind_dash(annotation, sentence, word);
        if (view || (hit->lexicon == PX_LEXICON_CUES && is_word_of(annotation, hit, sentence, word)))
            lay_view(annotation, sentence, word);
        if (hit->lexicon == PX_LEXICON_CUES && px_slice_is(entry->category, "cue.noun") &&
            px_slice_starts(px_lexicon_cell(cues, entry, takes), PX_SLICE("to")) &&
            !px_slice_is(px_lexicon_cell(cues, entry, act), "deed")) /* "the decision to" is no request */
            lay_request(annotation, sentence, word);
    }
}
