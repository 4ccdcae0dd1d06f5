#include <stdbool.h>
#include <string.h>

#include "laws.h"

/* Where a by-article object stands in the record. */
struct place {
    const char *list;
    size_t index;
    const char *key;
};

struct record {
    struct json_object *comparison;
    struct json_object *articles; /* by id */
    struct json_object *analysed; /* by id, or NULL */
    struct problems *problems;
};

static void wrong(const struct record *record, struct place place, const char *what)
{
    problem(record->problems, "$.%s[%zu].%s: %s", place.list, place.index, place.key, what);
}

/* Where the last sentence of an article ends, or its text where that is known. */
static long length_of(const struct record *record, const char *id)
{
    struct json_object *article;
    if (record->analysed != NULL && json_object_object_get_ex(record->analysed, id, &article)) {
        long length = 0;
        for (const char *at = laws_text(article, "text"); *at != '\0'; at++)
            length += ((unsigned char)*at & 0xC0) != 0x80;
        return length;
    }
    size_t count = laws_count(laws_get(record->articles, id), "sentences");
    struct json_object *last = laws_item(laws_get(laws_get(record->articles, id), "sentences"), count - 1);
    return count == 0 ? 0 : (long)json_object_get_int64(laws_item(last, 1));
}

static void check_span(const struct record *record, struct place place, const char *id, struct json_object *span)
{
    long start = (long)json_object_get_int64(laws_item(span, 0));
    long end = (long)json_object_get_int64(laws_item(span, 1));
    if (start >= end || end > length_of(record, id))
        wrong(record, place, "has a span that is none of its article's text");
}

static void check_spans(const struct record *record, struct place place, const char *id, struct json_object *spans)
{
    for (size_t i = 0; i < json_object_array_length(spans); i++)
        check_span(record, place, id, laws_item(spans, i));
}

static void check_sentences(const struct record *record, struct place place, const char *id,
                            struct json_object *evidence)
{
    long last = -1;
    for (size_t i = 0; i < json_object_array_length(evidence); i++) {
        long sentence = (long)json_object_get_int64(laws_item(evidence, i));
        if (sentence >= (long)laws_count(laws_get(record->articles, id), "sentences"))
            wrong(record, place, "has a sentence that the article lacks");
        if (sentence <= last)
            wrong(record, place, "has sentences out of order");
        last = sentence;
    }
}

/* An estimate lies in its interval. */
static void check_interval(const struct record *record, struct place place, const char *id, struct json_object *value)
{
    (void)id;
    struct json_object *middle = laws_get(value, "value"), *low = laws_get(value, "low"),
                       *high = laws_get(value, "high");
    if ((low == NULL) != (high == NULL))
        wrong(record, place, "has half an interval");
    if (middle != NULL && low != NULL && high != NULL &&
        !(json_object_get_double(low) <= json_object_get_double(middle) + 1e-6 &&
          json_object_get_double(middle) <= json_object_get_double(high) + 1e-6))
        wrong(record, place, "has a value outside its interval");
}

typedef void check_function(const struct record *record, struct place place, const char *id, struct json_object *value);

/* An object by article: each key is an article's id, and its value passes `check`, if there is one. All articles are
 * there, in their order, or (of evidence) none. */
static void by_article(const struct record *record, struct place place, struct json_object *object,
                       check_function *check)
{
    size_t count = 0;
    json_object_object_foreach(object, id, value)
    {
        if (!json_object_object_get_ex(record->articles, id, NULL))
            wrong(record, place, "names an article that is not there");
        else if (check != NULL)
            check(record, place, id, value);
        count++;
    }
    if (count != (size_t)json_object_object_length(record->articles) &&
        !(count == 0 && strcmp(place.key, "evidence") == 0))
        wrong(record, place, "lacks an article");
}

/* The keys of an item that hold an object by article, and what their values must pass. */
struct rule {
    const char *key;
    check_function *check;
};

static const struct rule rules[] = {
    {"spans", check_spans},
    {"mentions", check_spans},
    {"evidence", check_sentences},
    {"values", check_interval},
    {"score", check_interval},
    {"words", NULL},
    {"counts", NULL},
    {"own", NULL},
    {"dispersion", NULL},
    {"statements", NULL},
    {"direct_words", NULL},
    {"first", NULL},
    {"tones", NULL},
    {"uptakes", NULL},
    {"evaluations", NULL},
    {"positive", NULL},
    {"negative", NULL},
    {"quoted_positive", NULL},
    {"quoted_negative", NULL},
};

static void check_item(const struct record *record, const char *list, size_t index, struct json_object *item)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct json_object *value = laws_get(item, rules[i].key);
        if (json_object_is_type(value, json_type_object))
            by_article(record, (struct place){list, index, rules[i].key}, value, rules[i].check);
    }
}

static void check_list(const struct record *record, struct json_object *of, const char *list)
{
    for (size_t i = 0; i < laws_count(of, list); i++)
        check_item(record, list, i, laws_item(laws_get(of, list), i));
}

static void check_index(const struct record *record, struct place place, struct json_object *item, const char *list)
{
    if (laws_get(item, place.key) != NULL &&
        laws_integer(item, place.key) >= (long)laws_count(record->comparison, list))
        wrong(record, place, "is no index");
}

static void check_alignment(const struct record *record)
{
    double last = 1;
    for (size_t i = 0; i < laws_count(record->comparison, "alignment"); i++) {
        struct json_object *edge = laws_item(laws_get(record->comparison, "alignment"), i);
        struct json_object *spans = laws_get(edge, "spans");
        double score = json_object_get_double(laws_get(edge, "score"));
        json_object_object_foreach(spans, id, span)
        {
            if (json_object_object_get_ex(record->articles, id, NULL))
                check_span(record, (struct place){"alignment", i, "spans"}, id, span);
            else
                wrong(record, (struct place){"alignment", i, "spans"}, "names an article that is not there");
        }
        if (json_object_object_length(spans) != 2)
            wrong(record, (struct place){"alignment", i, "spans"}, "is not of two articles");
        if (score <= 0 || score > last)
            wrong(record, (struct place){"alignment", i, "score"}, "is not above 0, best first");
        last = score;
    }
}

static void check_rows(const struct record *record)
{
    static const char *const passages[] = {"topics", "themes"};
    for (size_t p = 0; p < sizeof passages / sizeof *passages; p++)
        for (size_t i = 0; i < laws_count(record->comparison, passages[p]); i++) {
            struct json_object *only = laws_get(laws_item(laws_get(record->comparison, passages[p]), i), "only");
            if (only != NULL && !json_object_object_get_ex(record->articles, json_object_get_string(only), NULL))
                wrong(record, (struct place){passages[p], i, "only"}, "is no article");
        }
    for (size_t i = 0; i < laws_count(record->comparison, "indicators"); i++) {
        struct json_object *indicator = laws_item(laws_get(record->comparison, "indicators"), i);
        check_index(record, (struct place){"indicators", i, "topic"}, indicator, "topics");
        check_interval(record, (struct place){"indicators", i, "difference"}, NULL, laws_get(indicator, "difference"));
    }
    for (size_t i = 0; i < laws_count(record->comparison, "referents"); i++)
        check_list(record, laws_item(laws_get(record->comparison, "referents"), i), "variants");
    static const char *const of_referents[] = {"agency",  "stance", "evaluations",
                                               "motives", "blame",  "presuppositions"};
    for (size_t list = 0; list < sizeof of_referents / sizeof *of_referents; list++)
        for (size_t i = 0; i < laws_count(record->comparison, of_referents[list]); i++)
            check_index(record, (struct place){of_referents[list], i, "referent"},
                        laws_item(laws_get(record->comparison, of_referents[list]), i), "referents");
}

static void check_only(const struct record *record)
{
    for (size_t i = 0; i < laws_count(record->comparison, "only"); i++) {
        struct json_object *only = laws_item(laws_get(record->comparison, "only"), i);
        if (json_object_object_get_ex(record->articles, laws_text(only, "in"), NULL))
            check_sentences(record, (struct place){"only", i, "evidence"}, laws_text(only, "in"),
                            laws_get(only, "evidence"));
        else
            wrong(record, (struct place){"only", i, "in"}, "is no article");
    }
}

/* What names one article and a sentence of it. */
static void check_finds(const struct record *record, struct json_object *of, const char *list)
{
    for (size_t i = 0; i < laws_count(of, list); i++) {
        struct json_object *find = laws_item(laws_get(of, list), i), *article;
        bool known = json_object_object_get_ex(record->articles, laws_text(find, "article"), &article);
        if (!known)
            wrong(record, (struct place){list, i, "article"}, "is no article");
        else if (laws_integer(find, "sentence") >= (long)laws_count(article, "sentences"))
            wrong(record, (struct place){list, i, "sentence"}, "is a sentence that the article lacks");
        if (laws_get(find, "against") != NULL)
            check_finds(record, find, "against");
    }
}

static void check_evaluations(const struct record *record)
{
    struct json_object *rows = laws_get(record->comparison, "evaluations");
    for (size_t i = 0; i < laws_count(record->comparison, "evaluations"); i++) {
        const char *id = laws_text(laws_item(rows, i), "article");
        if (json_object_object_get_ex(record->articles, id, NULL))
            check_sentences(record, (struct place){"evaluations", i, "evidence"}, id,
                            laws_get(laws_item(rows, i), "evidence"));
        else
            wrong(record, (struct place){"evaluations", i, "article"}, "is no article");
    }
}

/* The sentences of an article here are those of the article analysed alone. */
static void check_analysed(const struct record *record, struct place place, const char *id, struct json_object *here)
{
    struct json_object *article;
    if (record->analysed == NULL || !json_object_object_get_ex(record->analysed, id, &article))
        return;
    bool same = laws_count(article, "sentences") == laws_count(here, "sentences");
    for (size_t i = 0; same && i < laws_count(here, "sentences"); i++) {
        struct json_object *span = laws_item(laws_get(here, "sentences"), i);
        struct json_object *sentence = laws_item(laws_get(article, "sentences"), i);
        same = json_object_get_int64(laws_item(span, 0)) == laws_integer(sentence, "start") &&
               json_object_get_int64(laws_item(span, 1)) == laws_integer(sentence, "end");
    }
    if (!same)
        wrong(record, place, "are others when the article is analysed alone");
    if (!json_object_equal(laws_get(here, "counts"), laws_get(article, "counts")))
        wrong(record, (struct place){"articles", place.index, "counts"},
              "are others when the article is analysed alone");
}

/* The articles by id, each once. */
static void read_articles(struct record *record)
{
    for (size_t i = 0; i < laws_count(record->comparison, "articles"); i++) {
        struct json_object *article = laws_item(laws_get(record->comparison, "articles"), i);
        if (json_object_object_get_ex(record->articles, laws_text(article, "id"), NULL))
            wrong(record, (struct place){"articles", i, "id"}, "is an id that stands before");
        json_object_object_add(record->articles, laws_text(article, "id"), json_object_get(article));
    }
    for (size_t i = 0; i < laws_count(record->comparison, "articles"); i++) {
        struct json_object *article = laws_item(laws_get(record->comparison, "articles"), i);
        struct place place = {"articles", i, "sentences"};
        check_spans(record, place, laws_text(article, "id"), laws_get(article, "sentences"));
        check_analysed(record, place, laws_text(article, "id"), article);
    }
}

void laws_check_comparison(struct json_object *comparison, struct json_object *analysed, struct problems *problems)
{
    static const char *const lists[] = {"topics", "indicators", "terms",    "referents",
                                        "stance", "agency",     "findings", "shared_text"};
    static const char *const shares[] = {"diversity", "anonymous_share", "state_share", "unsourced_share"};
    struct record record = {comparison, json_object_new_object(), analysed, problems};
    struct json_object *sourcing = laws_get(comparison, "sourcing");
    read_articles(&record);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        check_list(&record, comparison, lists[i]);
    check_list(&record, sourcing, "sources");
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        by_article(&record, (struct place){"sourcing.balance", 0, shares[i]},
                   laws_get(laws_get(sourcing, "balance"), shares[i]), check_interval);
    check_alignment(&record);
    check_rows(&record);
    check_evaluations(&record);
    check_finds(&record, comparison, "motives");
    check_finds(&record, comparison, "blame");
    check_finds(&record, comparison, "presuppositions");
    check_only(&record);
    json_object_put(record.articles);
}
