/* The library as a stranger uses it: reads an article from memory and prints its title. */
#include <stdio.h>

#include <parallax.h>

int main(void)
{
    struct px_error error = {0};
    struct px_ingest *ingest = NULL;
    struct px_article article = {0};
    struct px_slice page = PX_SLICE("# Ferry returns\n\nThe ferry sailed again on Tuesday, the harbour master said.\n");
    int status = px_ingest_new(NULL, &ingest, &error);
    if (status == PX_OK)
        status = px_ingest_bytes(ingest, page, "ferry.md", NULL, &article, &error);
    if (status == PX_OK)
        printf("%.*s\n", PX_SLICE_ARG(article.title));
    else
        fprintf(stderr, "%s\n", error.message);
    px_article_release(&article);
    px_ingest_free(ingest);
    return status == PX_OK ? 0 : 1;
}
