#include "syntax/grammar.h"

#include <stdlib.h>

#include "lexicon/resources.h"

enum px_status px_grammar_new(const char *directory, const char *language, struct px_grammar **grammar,
                              struct px_error *error)
{
    struct px_data_file file;
    struct px_grammar *it = calloc(1, sizeof *it);
    *grammar = NULL;
    if (it == NULL)
        return px_no_memory(error);
    enum px_status status = px_resources_bytes(directory, language, "syntax.model", &it->arena, &file, error);
    bool none = status == PX_ERROR_NOT_FOUND;
    it->sha256 = file.sha256;
    if (status == PX_OK)
        status = px_syntax_new(file.bytes, file.path, &it->syntax, error);
    if (status == PX_OK)
        status = px_word_splitter_init(directory, language, &it->splitter, error);
    if (status == PX_OK)
        *grammar = it;
    else
        px_grammar_free(it);
    return none ? PX_OK : status;
}

void px_grammar_free(struct px_grammar *grammar)
{
    if (grammar == NULL)
        return;
    px_word_splitter_release(&grammar->splitter);
    px_syntax_free(grammar->syntax);
    px_arena_release(&grammar->arena);
    free(grammar);
}
