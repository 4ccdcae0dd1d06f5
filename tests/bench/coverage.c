/* coverage [PAIRS [KIND]]: how often the 95 % intervals of rates, shares, means, and rates out of the words of others hold
 * the truth, by simulation.
 *
 * Articles are made sentence by sentence, with the lengths of news sentences (mean 22 words, standard deviation 10), and
 * measured as the program measures them. Hits come in clumps: a sentence's mean is its words times the rate times a
 * gamma variable of shape 2 (a negative binomial, variance m + m² / 2). A share's sentence is quoted with a
 * probability, half of these whole and half in part; so are those that hold words of others. Of each cell: how many of
 * PAIRS (500) pairs of articles had an interval that holds the true figure of the first article, and the true difference
 * from an article with half the figure; how many had too little text for a verdict; how wide the intervals are on average.
 *
 * Discrete figures oscillate from truth to truth: below each kind stand the mean over the grid and the worst cell. Then the
 * entropy of speakers, means over events with their tests, and how often a difference is found that is called detectable.
 *
 * Nothing here passes or fails: tests/unit/statistics/test_coverage.c holds a small part of it to its line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "coverage.h"

/* The mean and the worst of what was measured so far. */
struct grid {
    double sum;
    double worst;
    int cells;
};

static void add_cell(struct grid *grid, double held)
{
    grid->worst = grid->cells == 0 || held < grid->worst ? held : grid->worst;
    grid->sum += held;
    grid->cells++;
}

static double mean_of(const struct grid *grid)
{
    return grid->sum / grid->cells;
}

static void print_entropy(struct px_random *random, int samples)
{
    static const size_t groups[] = {2, 3, 4, 6, 8, 12};
    static const double steep[] = {0, .5, 1, 1.5, 2};
    static const int mentions[] = {5, 8, 12, 20, 40, 80};
    printf("\nentropy of 2 to 12 speakers, from even to very uneven\n%-10s %9s %9s\n", "statements", "mean", "worst");
    for (size_t m = 0; m < 6; m++) {
        struct grid grid = {0};
        for (size_t i = 0; i < 30; i++)
            add_cell(&grid, coverage_entropy(random, groups[i / 5], steep[i % 5], mentions[m], samples));
        printf("%-10d %9.3f %9.3f\n", mentions[m], mean_of(&grid), grid.worst);
    }
}

static void print_events(struct px_random *random, int samples)
{
    static const size_t events[] = {6, 8, 12, 20, 40, 100};
    static const char *const spreads[] = {"normal", "skewed", "heavy"};
    printf("\n%-10s %9s %9s %9s\n", "events", "spread", "mean", "p <= .05");
    for (size_t i = 0; i < 6 * COVERAGE_SPREADS; i++) {
        double alarms;
        double held = coverage_events(random, events[i % 6], (enum coverage_spread)(i / 6), samples, &alarms);
        printf("%-10zu %9s %9.3f %9.3f\n", events[i % 6], spreads[i / 6], held, alarms);
    }
}

static bool print_detectable(struct px_random *random, int pairs)
{
    static const double figures[2][4] = {{1, 5, 15, 30}, {.05, .1, .2, .4}};
    static const size_t words[] = {300, 600, 1200};
    static const double levels[] = {.05, .01};
    printf("\n%-6s %6s %6s %6s %10s %9s\n", "kind", "words", "true", "level", "detectable", "found");
    for (size_t i = 0; i < 48; i++) {
        struct coverage_cell cell = {.kind = i < 24 ? COVERAGE_RATE : COVERAGE_SHARE,
                                     .words = words[i / 8 % 3],
                                     .figure = {figures[i / 24][i / 2 % 4]},
                                     .pairs = pairs};
        double detectable, found, figure = cell.figure[0];
        if (!coverage_detectable(random, &cell, levels[i % 2], &detectable, &found))
            return false;
        printf("%-6s %6zu %6g %6g %10.3g %9.3f\n", i < 24 ? "rate" : "share", cell.words, figure, levels[i % 2],
               detectable, found);
    }
    return true;
}

/* One kind and length over all truths. */
static bool print_ratios(enum coverage_kind kind, const char *name, size_t words, int pairs)
{
    static const double truths[2][9] = {{1, 2, 3, 5, 7, 10, 15, 20, 30}, {.03, .05, .08, .1, .15, .2, .3, .4, .6}};
    double scale = kind == COVERAGE_VOICED ? 1 / COVERAGE_OTHERS : 1; /* as many hits as in all words */
    struct grid figure = {0};
    struct grid difference = {0};
    for (size_t i = 0; i < (kind == COVERAGE_MEAN ? 1 : 9); i++) {
        double truth = scale * truths[kind == COVERAGE_SHARE][i];
        struct coverage_cell cell = {.kind = kind, .words = words, .figure = {truth, truth / 2}, .pairs = pairs};
        if (!coverage_measure(&cell))
            return false;
        add_cell(&figure, cell.held);
        add_cell(&difference, cell.difference_held);
        printf("%-6s %6zu %6g %9.3f %9.3f %9.3f %9.3g %9.3g\n", name, words, truth, cell.held, cell.difference_held,
               cell.too_few, cell.width, cell.difference_width);
        fflush(stdout);
    }
    printf("%-6s %6zu %6s %9.3f %9.3f\n%-6s %6zu %6s %9.3f %9.3f\n", name, words, "mean", mean_of(&figure),
           mean_of(&difference), name, words, "worst", figure.worst, difference.worst);
    return true;
}

int main(int count, char **arguments)
{
    static const size_t words[] = {500, 1000, 1500};
    static const char *const names[] = {"rate", "share", "mean", "voiced"};
    int pairs = count > 1 ? (int)strtol(arguments[1], NULL, 10) : 500;
    struct px_random *random;
    printf("%-6s %6s %6s %9s %9s %9s %9s %9s\n", "kind", "words", "true", "figure", "differ.", "too few", "width",
           "d. width");
    for (size_t i = 0; i < 12; i++)
        if ((count <= 2 || strcmp(arguments[2], names[i / 3]) == 0) &&
            !print_ratios((enum coverage_kind)(i / 3), names[i / 3], words[i % 3], pairs))
            return 1;
    if (count > 2)
        return 0;
    if (px_random_new(9, &random, NULL) != PX_OK)
        return 1;
    print_entropy(random, pairs);
    print_events(random, pairs);
    bool ready = print_detectable(random, pairs);
    px_random_free(random);
    return ready ? 0 : 1;
}
