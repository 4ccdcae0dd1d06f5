/* coverage [PAIRS [KIND]]: how often the 95 % intervals of rates, shares and means hold the truth, by simulation.
 *
 * Articles are made sentence by sentence, with the lengths of news sentences (mean 22 words, standard deviation 10), and
 * measured as the program measures them. Hits come in clumps: a sentence's mean is its words times the rate times a
 * gamma variable of shape 2 (a negative binomial, variance m + m² / 2). A share's sentence is quoted with a
 * probability, half of these whole and half in part. Of each cell: how many of PAIRS (500) pairs of articles had an
 * interval that holds the true figure of the first article, and the true difference from an article with half the
 * figure; how many had too little text for a verdict; how wide the intervals are on average.
 *
 * Two more tables: the entropy of speakers, and means over events with their tests.
 *
 * Nothing here passes or fails: tests/unit/statistics/test_coverage.c holds a small part of it to its line. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "coverage.h"
#include "statistics/diversity.h"
#include "statistics/events.h"

/* Statements of `speakers`, the i-th of whom has a weight of 1 / i: how often the interval of their normalised entropy
 * holds the true one, for one more table. */
static double entropy_held(struct px_random *random, size_t speakers, int statements, int samples)
{
    double weights[16];
    double sum = 0;
    double truth = 0;
    int held = 0;
    for (size_t i = 0; i < speakers; i++)
        sum += weights[i] = 1. / (double)(i + 1);
    for (size_t i = 0; i < speakers; i++)
        truth -= weights[i] / sum * log(weights[i] / sum) / log((double)speakers);
    for (int sample = 0; sample < samples; sample++) {
        double counts[16] = {0};
        for (int i = 0; i < statements; i++) {
            double at = sum * coverage_uniform(random);
            size_t speaker = 0;
            while (speaker + 1 < speakers && at > weights[speaker])
                at -= weights[speaker++];
            counts[speaker]++;
        }
        held += coverage_holds(px_diversity_entropy(counts, speakers), truth);
    }
    return (double)held / samples;
}

/* Differences of events, normal or skewed (lognormal less its mean), whose true mean is 0. */
static double events_held(struct px_random *random, size_t events, bool skewed, int samples, double *alarms)
{
    double numbers[128];
    int held = 0;
    *alarms = 0;
    for (int sample = 0; sample < samples; sample++) {
        struct px_across across;
        for (size_t i = 0; i < events; i++) {
            double normal = coverage_normal(random);
            numbers[i] = skewed ? exp(.8 * normal) - exp(.32) : normal;
        }
        if (px_events_across(numbers, events, (uint64_t)sample, &across, NULL) != PX_OK)
            return NAN;
        held += coverage_holds(across.mean, 0);
        *alarms += across.p <= .05;
    }
    *alarms /= samples;
    return (double)held / samples;
}

static bool entropy_and_events(int samples)
{
    static const size_t speakers[] = {3, 5, 8};
    static const int statements[] = {10, 20, 40, 80};
    static const size_t events[] = {6, 12, 20, 40, 100};
    struct px_random *random;
    if (px_random_new(9, &random, NULL) != PX_OK)
        return false;
    printf("\n%-10s %10s %10s\n", "speakers", "statements", "entropy");
    for (size_t i = 0; i < 12; i++)
        printf("%-10zu %10d %10.3f\n", speakers[i / 4], statements[i % 4],
               entropy_held(random, speakers[i / 4], statements[i % 4], samples));
    printf("\n%-10s %10s %10s %10s\n", "events", "spread", "mean", "p <= .05");
    for (size_t i = 0; i < 10; i++) {
        double alarms;
        double held = events_held(random, events[i % 5], i >= 5, samples, &alarms);
        printf("%-10zu %10s %10.3f %10.3f\n", events[i % 5], i >= 5 ? "skewed" : "normal", held, alarms);
    }
    px_random_free(random);
    return true;
}

int main(int count, char **arguments)
{
    static const double rates[] = {2, 5, 10, 20, 30};
    static const double shares[] = {.05, .1, .2, .4, .6};
    static const size_t words[] = {500, 1000, 1500};
    static const char *const names[] = {"rate", "share", "mean"};
    int pairs = count > 1 ? atoi(arguments[1]) : 500;
    printf("%-6s %6s %6s %9s %9s %9s %9s %9s\n", "kind", "words", "true", "figure", "differ.", "too few", "width",
           "d. width");
    for (int kind = 0; kind < 3; kind++) {
        if (count > 2 && strcmp(arguments[2], names[kind]) != 0)
            continue;
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
                struct coverage_cell cell = {.kind = (enum coverage_kind)kind,
                                             .words = words[w],
                                             .figure = {kind == COVERAGE_SHARE ? shares[r] : rates[r], 0},
                                             .pairs = pairs};
                cell.figure[1] = cell.figure[0] / 2;
                if (kind == COVERAGE_MEAN && r > 0)
                    break;
                if (!coverage_measure(&cell))
                    return 1;
                printf("%-6s %6zu %6g %9.3f %9.3f %9.3f %9.3g %9.3g\n", names[kind], words[w], cell.figure[0],
                       cell.held, cell.difference_held, cell.too_few, cell.width, cell.difference_width);
                fflush(stdout);
            }
    }
    return count > 2 || entropy_and_events(pairs) ? 0 : 1;
}
