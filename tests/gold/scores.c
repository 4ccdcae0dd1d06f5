#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scores.h"

/* "subject<tab>measure<tab>floor" of this subject and measure? */
static bool read_floor(const struct scores *scores, const char *measure, const char *line, double *floor)
{
    size_t subject = strlen(scores->subject), name = strlen(measure);
    if (strncmp(line, scores->subject, subject) != 0 || line[subject] != '\t' ||
        strncmp(line + subject + 1, measure, name) != 0 || line[subject + 1 + name] != '\t')
        return false;
    char *end;
    const char *number = line + subject + 1 + name + 1;
    *floor = strtod(number, &end);
    return end != number && *end == '\n';
}

static bool find_floor(const struct scores *scores, const char *measure, double *floor)
{
    char line[256];
    bool found = false;
    FILE *file = fopen(scores->floors, "r");
    if (file == NULL) {
        perror(scores->floors);
        exit(2);
    }
    while (!found && fgets(line, sizeof line, file) != NULL)
        found = read_floor(scores, measure, line, floor);
    fclose(file);
    return found;
}

void score(struct scores *scores, const char *measure, double value, size_t of)
{
    double floor = 0;
    bool held = find_floor(scores, measure, &floor);
    bool fails = !held || !(value >= floor - 1e-9);
    if (held)
        printf("%-20s %-28s %6.3f  floor %5.2f  n %4zu%s\n", scores->subject, measure, value, floor, of,
               fails ? "  BELOW ITS FLOOR" : "");
    else
        printf("%-20s %-28s %6.3f  HAS NO FLOOR  n %4zu\n", scores->subject, measure, value, of);
    scores->failed += fails;
}

void score_share(struct scores *scores, const char *measure, size_t right, size_t of)
{
    score(scores, measure, of == 0 ? 1 : (double)right / (double)of, of);
}

void score_f1(struct scores *scores, const char *name, double right, double found, double gold)
{
    char measure[64];
    snprintf(measure, sizeof measure, "%s.precision", name);
    score(scores, measure, found > 0 ? right / found : 1, (size_t)found);
    snprintf(measure, sizeof measure, "%s.recall", name);
    score(scores, measure, gold > 0 ? right / gold : 1, (size_t)gold);
    snprintf(measure, sizeof measure, "%s.f1", name);
    score(scores, measure, found + gold > 0 ? 2 * right / (found + gold) : 1, (size_t)gold);
}

void score_differs(struct scores *scores, const char *what, const char *ours, const char *gold)
{
    printf("  %s\n    ours: %s\n    gold: %s\n", what, ours == NULL ? "-" : ours, gold == NULL ? "-" : gold);
    scores->failed++;
}
