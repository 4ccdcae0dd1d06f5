#include "ingest/expressions.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/image.h"
#include "ingest/sieve.h"

/* Expressions of a place share GROUPS bits of the sieve's 32; its letters tell those of one bit apart. */
enum { GROUPS = 10, SIEVED_AT_LEAST = 8 };

struct expression {
    struct px_slice source;
    const uint16_t *letters; /* see px_sieve_letters */
    size_t letter_count;     /* 0: not sieved */
    uint32_t bit;            /* of the sieve */
    uint8_t value;
    uint8_t where;
};

/* One expression, or all of a place that are not sieved, joined into one. Most are never tried, and few often: they are
 * compiled when they first are, and machine code, which takes as long to make as some dozens of tries without it, is
 * made of those that are tried OFTEN. Codes are made under the lock, and never change. */
struct program {
    _Atomic(pcre2_code *) code;
    _Atomic(pcre2_code *) fast; /* the same with machine code */
    atomic_uint tries;
};

enum { OFTEN = 256 };

struct px_expressions {
    struct px_arena arena;
    PX_VECTOR(struct expression) items;
    struct px_sieve *sieve;              /* NULL: there are few, and none is sieved */
    bool ready;                          /* items and sieve are an image's */
    struct program *programs;            /* of the items, and then of the places */
    bool unsieved[PX_PATTERN_WHOLE + 1]; /* has the place expressions that are not sieved? */
    pthread_mutex_t lock;
    pcre2_match_context *limits;
};

static size_t count_programs(const struct px_expressions *expressions)
{
    return expressions->items.count + PX_PATTERN_WHOLE + 1;
}

/* Takes the rest, what lies in no image, from the system. NULL, and nothing is left, when memory is out. */
static struct px_expressions *begin(struct px_expressions *made)
{
    if (made == NULL)
        return NULL;
    if (pthread_mutex_init(&made->lock, NULL) != 0) {
        free(made);
        return NULL;
    }
    made->limits = pcre2_match_context_create(NULL);
    if (made->limits == NULL) {
        px_expressions_free(made);
        return NULL;
    }
    pcre2_set_match_limit(made->limits, 100000);
    pcre2_set_depth_limit(made->limits, 1000);
    return made;
}

enum px_status px_expressions_new(struct px_expressions **expressions, struct px_error *error)
{
    *expressions = begin(calloc(1, sizeof **expressions));
    return *expressions == NULL ? px_no_memory(error) : PX_OK;
}

void px_expressions_free(struct px_expressions *expressions)
{
    if (expressions == NULL)
        return;
    for (size_t i = 0; expressions->programs != NULL && i < count_programs(expressions); i++) {
        pcre2_code_free(expressions->programs[i].code);
        pcre2_code_free(expressions->programs[i].fast);
    }
    pcre2_match_context_free(expressions->limits);
    pthread_mutex_destroy(&expressions->lock);
    if (!expressions->ready)
        free(expressions->sieve);
    px_arena_release(&expressions->arena);
    free(expressions);
}

static uint32_t compile_options(void)
{
    return PCRE2_UTF | PCRE2_CASELESS | PCRE2_NO_UTF_CHECK;
}

enum px_status px_expression_try(struct px_slice source, struct px_error *error)
{
    int code;
    PCRE2_SIZE offset;
    pcre2_code *probe = pcre2_compile((PCRE2_SPTR)source.data, source.size, compile_options(), &code, &offset, NULL);
    if (probe == NULL) {
        PCRE2_UCHAR message[120] = {0};
        pcre2_get_error_message(code, message, sizeof message);
        px_error_set(error, PX_ERROR_SYNTAX, "%s in pattern", (const char *)message);
        return px_error_place(error, NULL, 1, offset + 2);
    }
    pcre2_code_free(probe);
    return PX_OK;
}

enum px_status px_expressions_add(struct px_expressions *expressions, struct px_slice source, uint8_t where,
                                  uint8_t value, struct px_error *error)
{
    struct expression *expression = px_vector_push(&expressions->items, &expressions->arena);
    struct px_slice copy = px_arena_copy(&expressions->arena, source);
    if (expression == NULL || copy.data == NULL)
        return px_no_memory(error);
    *expression = (struct expression){.source = copy, .where = where, .value = value};
    return PX_OK;
}

/* Deals the expressions of each place out to its bits of the sieve. */
static enum px_status fill_sieve(struct px_expressions *expressions, struct px_error *error)
{
    int next[PX_PATTERN_WHOLE + 1] = {0};
    uint16_t letters[PX_SIEVE_LETTERS_MOST];
    if (expressions->items.count < SIEVED_AT_LEAST)
        return PX_OK;
    expressions->sieve = calloc(1, sizeof *expressions->sieve);
    if (expressions->sieve == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < expressions->items.count; i++) {
        struct expression *expression = &expressions->items.items[i];
        size_t count = px_sieve_letters(expression->source, letters);
        uint16_t *copy = px_arena_array(&expressions->arena, uint16_t, count);
        if (copy == NULL)
            return px_no_memory(error);
        memcpy(copy, letters, count * sizeof *copy);
        expression->letters = copy;
        expression->letter_count = count;
        expression->bit = 1u << ((expression->where - PX_PATTERN_INSIDE) * GROUPS + next[expression->where]);
        px_sieve_add_letters(expressions->sieve, letters, count, expression->bit);
        if (count > 0)
            next[expression->where] = (next[expression->where] + 1) % GROUPS;
    }
    return PX_OK;
}

/* Case matters to an expression that asks for capitals by name. */
static bool names_capitals(struct px_slice source)
{
    return px_slice_find(source, PX_SLICE("[A-Z"), 0) != SIZE_MAX;
}

/* The expression as an alternative, marked with its number. */
static void append_source(const struct px_expressions *expressions, size_t number, struct px_buffer *out)
{
    const struct expression *expression = &expressions->items.items[number];
    px_buffer_string(out, out->size == 0 ? "" : "|");
    px_buffer_string(out, names_capitals(expression->source) ? "(?-i:" : "(?:");
    px_buffer_append(out, expression->source);
    px_buffer_string(out, expression->where == PX_PATTERN_WHOLE ? ")$(*MARK:" : ")(*MARK:");
    px_buffer_unsigned(out, number);
    px_buffer_byte(out, ')');
}

/* The place of the program's expressions; which they are is appended. */
static uint8_t append_sources(const struct px_expressions *expressions, size_t program, struct px_buffer *out)
{
    size_t count = expressions->items.count;
    uint8_t where = (uint8_t)(program - count);
    if (program < count) {
        append_source(expressions, program, out);
        return expressions->items.items[program].where;
    }
    for (size_t i = 0; i < count; i++)
        if (expressions->items.items[i].where == where && expressions->items.items[i].letter_count == 0)
            append_source(expressions, i, out);
    return where;
}

/* NULL when memory is out. */
static pcre2_code *compile(const struct px_expressions *expressions, size_t program)
{
    int fault;
    PCRE2_SIZE offset;
    struct px_buffer source = {0};
    uint32_t anchored = append_sources(expressions, program, &source) == PX_PATTERN_INSIDE ? 0 : PCRE2_ANCHORED;
    pcre2_code *code = NULL;
    if (!source.failed)
        code = pcre2_compile((PCRE2_SPTR)source.data, source.size, compile_options() | anchored, &fault, &offset, NULL);
    px_buffer_release(&source);
    return code;
}

/* The program's code, which the first who asks makes; NULL when memory was out. */
static const pcre2_code *code_of(struct px_expressions *expressions, size_t number, bool fast)
{
    struct program *program = &expressions->programs[number];
    _Atomic(pcre2_code *) *place = fast ? &program->fast : &program->code;
    pcre2_code *code = atomic_load_explicit(place, memory_order_acquire);
    if (code != NULL)
        return code;
    pthread_mutex_lock(&expressions->lock);
    code = atomic_load_explicit(place, memory_order_relaxed);
    if (code == NULL) {
        code = compile(expressions, number);
        if (code != NULL && fast)
            pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
        atomic_store_explicit(place, code, memory_order_release);
    }
    pthread_mutex_unlock(&expressions->lock);
    return code;
}

static bool take_programs(struct px_expressions *expressions)
{
    expressions->programs = px_arena_array(&expressions->arena, struct program, count_programs(expressions));
    return expressions->programs != NULL;
}

enum px_status px_expressions_ready(struct px_expressions *expressions, struct px_error *error)
{
    enum px_status status = fill_sieve(expressions, error);
    if (status != PX_OK)
        return status;
    for (size_t i = 0; i < expressions->items.count; i++)
        if (expressions->items.items[i].letter_count == 0)
            expressions->unsieved[expressions->items.items[i].where] = true;
    return take_programs(expressions) ? PX_OK : px_no_memory(error);
}

void px_expressions_put(struct px_image *image, size_t at, const struct px_expressions *expressions)
{
    struct px_expressions bare = {.ready = true};
    bare.items.count = expressions->items.count;
    memcpy(bare.unsieved, expressions->unsieved, sizeof bare.unsieved);
    size_t place = px_image_put_array(image, at, &bare, sizeof bare);
    size_t items = PX_IMAGE_PUT_ITEMS(image, place + offsetof(struct px_expressions, items), &expressions->items);
    for (size_t i = 0; i < expressions->items.count; i++) {
        const struct expression *expression = &expressions->items.items[i];
        size_t item = items + i * sizeof *expression;
        px_image_put_text(image, item + offsetof(struct expression, source), expression->source);
        px_image_put_array(image, item + offsetof(struct expression, letters), expression->letters,
                           expression->letter_count * sizeof *expression->letters);
    }
    px_image_put_array(image, place + offsetof(struct px_expressions, sieve), expressions->sieve,
                       expressions->sieve == NULL ? 0 : sizeof *expressions->sieve);
}

struct px_expressions *px_expressions_open(const struct px_expressions *ready)
{
    struct px_expressions *made = malloc(sizeof *made);
    if (made != NULL)
        *made = *ready;
    made = begin(made);
    if (made == NULL || take_programs(made))
        return made;
    px_expressions_free(made);
    return NULL;
}

/* The match that counts so far. */
struct first {
    size_t start;
    size_t number; /* of the expression; SIZE_MAX: none yet */
};

static int match(const struct px_expressions *expressions, const pcre2_code *code, struct px_slice line,
                 pcre2_match_data *data)
{
    if (code == NULL)
        return PCRE2_ERROR_NOMATCH;
    return pcre2_match(code, (PCRE2_SPTR)line.data, line.size, 0, PCRE2_NO_UTF_CHECK, data, expressions->limits);
}

/* Machine code finds the same, but gets further before it meets the limits on work: where they are met without it, it
 * has the last word, so that what is found does not depend on how often others have tried. */
static void try_program(struct px_expressions *expressions, size_t number, struct px_slice line, pcre2_match_data *data,
                        struct first *first)
{
    bool fast = atomic_fetch_add_explicit(&expressions->programs[number].tries, 1, memory_order_relaxed) >= OFTEN;
    int found = match(expressions, code_of(expressions, number, fast), line, data);
    if (!fast && found < PCRE2_ERROR_PARTIAL)
        found = match(expressions, code_of(expressions, number, true), line, data);
    PCRE2_SPTR mark = found >= 0 ? pcre2_get_mark(data) : NULL;
    if (mark == NULL)
        return;
    size_t start = pcre2_get_ovector_pointer(data)[0], item = strtoul((const char *)mark, NULL, 10);
    if (first->number == SIZE_MAX || start < first->start || (start == first->start && item < first->number))
        *first = (struct first){start, item};
}

/* A line on its way through the programs. */
struct search {
    struct px_slice line;
    uint32_t likely; /* bits of the sieve */
    struct px_sieve_met met;
    pcre2_match_data *data;
    struct first firsts[PX_PATTERN_WHOLE + 1];
};

/* Where a match of the program would count; PX_PATTERN_NOWHERE: it cannot match. */
static uint8_t place_of(const struct px_expressions *expressions, const struct search *search, size_t program)
{
    size_t count = expressions->items.count;
    if (program >= count)
        return expressions->unsieved[program - count] ? (uint8_t)(program - count) : PX_PATTERN_NOWHERE;
    const struct expression *expression = &expressions->items.items[program];
    bool likely = (search->likely & expression->bit) != 0 &&
                  px_sieve_has_met(&search->met, expression->letters, expression->letter_count);
    return likely ? expression->where : PX_PATTERN_NOWHERE;
}

static void try_all(struct px_expressions *expressions, struct search *search)
{
    for (size_t i = 0; i < count_programs(expressions); i++) {
        uint8_t where = place_of(expressions, search, i);
        if (where != PX_PATTERN_NOWHERE)
            try_program(expressions, i, search->line, search->data, &search->firsts[where]);
    }
}

void px_expressions_find(struct px_expressions *expressions, struct px_slice line, int values[PX_PATTERN_WHOLE + 1])
{
    struct search search = {.line = line};
    for (int where = PX_PATTERN_INSIDE; where <= PX_PATTERN_WHOLE; where++)
        search.firsts[where].number = SIZE_MAX;
    if (expressions->sieve != NULL)
        search.likely = px_sieve_find(expressions->sieve, line, &search.met);
    if (expressions->items.count > 0)
        search.data = pcre2_match_data_create(1, NULL);
    if (search.data != NULL)
        try_all(expressions, &search);
    for (int where = PX_PATTERN_INSIDE; where <= PX_PATTERN_WHOLE; where++) {
        size_t number = search.firsts[where].number;
        values[where] = number == SIZE_MAX ? -1 : expressions->items.items[number].value;
    }
    pcre2_match_data_free(search.data);
}
