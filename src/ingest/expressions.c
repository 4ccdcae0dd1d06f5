#include "ingest/expressions.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "ingest/sieve.h"

/* A place has up to GROUPS groups, each with a bit of the sieve's 32, and one of expressions that the sieve cannot
 * read. */
enum { GROUPS = 10, UNSIEVED = GROUPS, SIEVED_AT_LEAST = 8 };

struct expression {
    struct px_slice source;
    uint8_t value;
    uint8_t where;
    uint8_t group;
};

enum machine_code { NOT_MADE, IN_THE_MAKING, MADE };

/* The expressions of a group, joined into one. Many are never tried: machine code is made of one when it first is. */
struct joined {
    pcre2_code *code;          /* NULL: the group is empty */
    atomic_uchar machine_code; /* enum machine_code */
};

struct px_expressions {
    struct px_arena arena;
    PX_VECTOR(struct expression) items;
    struct px_sieve *sieve; /* bits: see bit_of; NULL: there are few, and none is sieved */
    struct joined *joined;  /* by place and group */
    pthread_mutex_t lock;   /* for `made` */
    pthread_cond_t made;    /* machine code of any group */
    pcre2_match_context *limits;
};

static uint32_t bit_of(int where, int group)
{
    return 1u << ((where - PX_PATTERN_INSIDE) * GROUPS + group);
}

static struct joined *joined_of(const struct px_expressions *expressions, int where, int group)
{
    return &expressions->joined[(where - PX_PATTERN_INSIDE) * (GROUPS + 1) + group];
}

static bool init_locks(struct px_expressions *expressions)
{
    if (pthread_mutex_init(&expressions->lock, NULL) != 0)
        return false;
    if (pthread_cond_init(&expressions->made, NULL) == 0)
        return true;
    pthread_mutex_destroy(&expressions->lock);
    return false;
}

enum px_status px_expressions_new(struct px_expressions **expressions, struct px_error *error)
{
    struct px_expressions *made = calloc(1, sizeof *made);
    *expressions = NULL;
    if (made == NULL)
        return px_no_memory(error);
    if (!init_locks(made)) {
        free(made);
        return px_no_memory(error);
    }
    made->limits = pcre2_match_context_create(NULL);
    made->joined = px_arena_array(&made->arena, struct joined, PX_PATTERN_WHOLE * (GROUPS + 1));
    if (made->limits == NULL || made->joined == NULL) {
        px_expressions_free(made);
        return px_no_memory(error);
    }
    pcre2_set_match_limit(made->limits, 100000);
    pcre2_set_depth_limit(made->limits, 1000);
    *expressions = made;
    return PX_OK;
}

void px_expressions_free(struct px_expressions *expressions)
{
    if (expressions == NULL)
        return;
    for (size_t i = 0; expressions->joined != NULL && i < PX_PATTERN_WHOLE * (GROUPS + 1); i++)
        pcre2_code_free(expressions->joined[i].code);
    pcre2_match_context_free(expressions->limits);
    pthread_cond_destroy(&expressions->made);
    pthread_mutex_destroy(&expressions->lock);
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
    *expression = (struct expression){.source = copy, .where = where, .value = value, .group = UNSIEVED};
    return PX_OK;
}

/* Deals the expressions of each place out to its groups; those that the sieve cannot read stay together. */
static enum px_status fill_sieve(struct px_expressions *expressions, struct px_error *error)
{
    int next[PX_PATTERN_WHOLE + 1] = {0};
    if (expressions->items.count < SIEVED_AT_LEAST)
        return PX_OK;
    expressions->sieve = calloc(1, sizeof *expressions->sieve);
    if (expressions->sieve == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < expressions->items.count; i++) {
        struct expression *expression = &expressions->items.items[i];
        int group = next[expression->where];
        if (!px_sieve_add(expressions->sieve, expression->source, bit_of(expression->where, group)))
            continue;
        expression->group = (uint8_t)group;
        next[expression->where] = (group + 1) % GROUPS;
    }
    return PX_OK;
}

/* Case matters to an expression that asks for capitals by name. */
static bool names_capitals(struct px_slice source)
{
    return px_slice_find(source, PX_SLICE("[A-Z"), 0) != SIZE_MAX;
}

/* The sources of the group as alternatives, each marked with its number. */
static void append_sources(const struct px_expressions *expressions, int where, int group, struct px_buffer *out)
{
    for (size_t i = 0; i < expressions->items.count; i++) {
        const struct expression *expression = &expressions->items.items[i];
        if (expression->where != where || expression->group != group)
            continue;
        px_buffer_string(out, out->size == 0 ? "" : "|");
        px_buffer_string(out, names_capitals(expression->source) ? "(?-i:" : "(?:");
        px_buffer_append(out, expression->source);
        px_buffer_string(out, where == PX_PATTERN_WHOLE ? ")$(*MARK:" : ")(*MARK:");
        px_buffer_unsigned(out, i);
        px_buffer_byte(out, ')');
    }
}

static enum px_status join(struct px_expressions *expressions, int where, int group, struct px_buffer *source,
                           struct px_error *error)
{
    int fault;
    PCRE2_SIZE offset;
    uint32_t anchored = where == PX_PATTERN_INSIDE ? 0 : PCRE2_ANCHORED;
    struct joined *joined = joined_of(expressions, where, group);
    px_buffer_clear(source);
    append_sources(expressions, where, group, source);
    if (source->failed)
        return px_no_memory(error);
    if (source->size == 0)
        return PX_OK;
    joined->code =
        pcre2_compile((PCRE2_SPTR)source->data, source->size, compile_options() | anchored, &fault, &offset, NULL);
    return joined->code != NULL ? PX_OK : px_error_set(error, PX_ERROR_SYNTAX, "line patterns do not compile together");
}

enum px_status px_expressions_compile(struct px_expressions *expressions, struct px_error *error)
{
    struct px_buffer source = {0};
    enum px_status status = fill_sieve(expressions, error);
    for (int where = PX_PATTERN_INSIDE; where <= PX_PATTERN_WHOLE; where++)
        for (int group = 0; group <= UNSIEVED && status == PX_OK; group++)
            status = join(expressions, where, group, &source, error);
    px_buffer_release(&source);
    return status;
}

/* Whether the group has machine code, which the first thread that asks makes. What is found must not depend on who
 * tries a group first, and the limits on work count otherwise without it: no thread tries a group before. */
static bool is_ready(struct px_expressions *expressions, struct joined *joined)
{
    unsigned char state = NOT_MADE;
    if (atomic_load_explicit(&joined->machine_code, memory_order_acquire) == MADE)
        return true;
    if (!atomic_compare_exchange_strong(&joined->machine_code, &state, IN_THE_MAKING))
        return state == MADE;
    pcre2_jit_compile(joined->code, PCRE2_JIT_COMPLETE);
    pthread_mutex_lock(&expressions->lock);
    atomic_store_explicit(&joined->machine_code, MADE, memory_order_release);
    pthread_cond_broadcast(&expressions->made);
    pthread_mutex_unlock(&expressions->lock);
    return true;
}

static void wait_for(struct px_expressions *expressions, struct joined *joined)
{
    pthread_mutex_lock(&expressions->lock);
    while (atomic_load_explicit(&joined->machine_code, memory_order_acquire) != MADE)
        pthread_cond_wait(&expressions->made, &expressions->lock);
    pthread_mutex_unlock(&expressions->lock);
}

/* The match that counts so far. */
struct first {
    size_t start;
    size_t number; /* of the expression; SIZE_MAX: none yet */
};

static void try_group(const struct px_expressions *expressions, const struct joined *joined, struct px_slice line,
                      pcre2_match_data *data, struct first *first)
{
    int found =
        pcre2_match(joined->code, (PCRE2_SPTR)line.data, line.size, 0, PCRE2_NO_UTF_CHECK, data, expressions->limits);
    PCRE2_SPTR mark = found >= 0 ? pcre2_get_mark(data) : NULL;
    if (mark == NULL)
        return;
    size_t start = pcre2_get_ovector_pointer(data)[0], number = strtoul((const char *)mark, NULL, 10);
    if (first->number == SIZE_MAX || start < first->start || (start == first->start && number < first->number))
        *first = (struct first){start, number};
}

/* Tries the groups of a place that are likely. Those that another thread makes machine code of come last: until it is
 * there, that of others is made. */
static struct first try_place(struct px_expressions *expressions, int where, uint32_t likely, struct px_slice line,
                              pcre2_match_data *data)
{
    struct first first = {0, SIZE_MAX};
    uint32_t late = 0;
    for (int group = 0; group <= UNSIEVED; group++) {
        struct joined *joined = joined_of(expressions, where, group);
        if (joined->code == NULL || (group != UNSIEVED && (likely & bit_of(where, group)) == 0))
            continue;
        if (is_ready(expressions, joined))
            try_group(expressions, joined, line, data, &first);
        else
            late |= 1u << group;
    }
    for (int group = 0; late >> group != 0; group++) {
        struct joined *joined = joined_of(expressions, where, group);
        if ((late >> group & 1) == 0)
            continue;
        wait_for(expressions, joined);
        try_group(expressions, joined, line, data, &first);
    }
    return first;
}

void px_expressions_find(struct px_expressions *expressions, struct px_slice line, int values[PX_PATTERN_WHOLE + 1])
{
    uint32_t likely = expressions->sieve == NULL ? 0 : px_sieve_find(expressions->sieve, line);
    pcre2_match_data *data = expressions->items.count == 0 ? NULL : pcre2_match_data_create(1, NULL);
    for (int where = PX_PATTERN_INSIDE; where <= PX_PATTERN_WHOLE; where++) {
        struct first first = {0, SIZE_MAX};
        if (data != NULL)
            first = try_place(expressions, where, likely, line, data);
        values[where] = first.number == SIZE_MAX ? -1 : expressions->items.items[first.number].value;
    }
    pcre2_match_data_free(data);
}
