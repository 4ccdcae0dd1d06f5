/* coverage [PAIRS [KIND]]: how often the 95 % intervals of rates, shares and means hold the truth, by simulation.
 *
 * Articles are made sentence by sentence, with the lengths of news sentences (mean 22 words, standard deviation 10), and
 * measured as the program measures them. Hits come in clumps: a sentence's mean is its words times the rate times a
 * gamma variable of shape 2 (a negative binomial, variance m + m² / 2). A share's sentence is quoted with a
 * probability, half of these whole and half in part. Of each cell: how many of PAIRS (500) pairs of articles had an
 * interval that holds the true figure of the first article, and the true difference from an article with half the
 * figure; how many had too little text for a verdict; how wide the intervals are on average.
 *
 * Nothing here passes or fails: tests/unit/statistics/test_coverage.c holds a small part of it to its line. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "coverage.h"

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
    return 0;
}
