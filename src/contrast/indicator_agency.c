/* The sheet's rows of agency: deeds in the outlets' own voice that are told without their doer. */
#include "contrast/indicator.h"

static bool all_parsed(const struct px_compare_context *context)
{
    for (size_t a = 0; a < context->count; a++)
        if (!context->articles[a]->parsed)
            return false;
    return true;
}

static void count_acts(const struct px_sheet *sheet, uint8_t kind, double **above)
{
    for (size_t a = 0; a < sheet->context->count; a++) {
        const struct px_article *article = sheet->context->articles[a];
        for (size_t i = 0; i < article->acts.count; i++) {
            const struct px_act *act = &article->acts.items[i];
            if (act->kind == kind && act->voice == PX_VOICE_OWN && px_act_is_agentless(act))
                above[a][act->sentence]++;
        }
    }
}

enum px_status px_sheet_agency(struct px_sheet *sheet, struct px_error *error)
{
    static const struct {
        const char *name, *label;
        uint8_t kind;
    } rows[] = {
        {"agency.passive", "passives that name no doer", PX_ACT_PASSIVE},
        {"agency.nominal", "nouns of a deed that name no doer", PX_ACT_NOMINAL},
    };
    if (!all_parsed(sheet->context))
        return PX_OK;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct px_count_row *row = px_sheet_row(sheet, "agency", rows[i].name, rows[i].label);
        if (row == NULL)
            return px_no_memory(error);
        row->voice = PX_VOICE_OWN;
        row->unlisted = true; /* a third and more of such deeds is not found */
        count_acts(sheet, rows[i].kind, row->above);
    }
    return PX_OK;
}
