#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/slice.h"
#include "cli/options.h"
#include "cli/version.h"
#include "text/utf8.h"

enum { OPTION_COLUMN = 24, WIDTH = 80 };

/* Appends the words of the text, which stand at column `at` of their line, and on further lines at `indent`. */
static void wrap(struct px_slice text, size_t at, size_t indent, struct px_buffer *out)
{
    struct px_slice word;
    bool first = true;
    while (px_slice_next(&text, ' ', &word)) {
        size_t width = px_utf8_count(word);
        if (word.size == 0)
            continue;
        if (!first && at + 1 + width >= WIDTH) {
            px_buffer_printf(out, "\n%*s", (int)indent, "");
            at = indent;
        } else if (!first) {
            px_buffer_byte(out, ' ');
            at++;
        }
        px_buffer_append(out, word);
        at += width;
        first = false;
    }
    px_buffer_byte(out, '\n');
}

/* A description's paragraphs, each filled anew. */
static void wrap_paragraphs(const char *description, struct px_buffer *out)
{
    struct px_slice rest = px_slice_from(description), line;
    struct px_buffer paragraph = {0};
    while (px_slice_next(&rest, '\n', &line)) {
        px_buffer_append(&paragraph, line);
        px_buffer_byte(&paragraph, ' ');
        if (line.size > 0 && rest.size > 0 && rest.data[0] != '\n')
            continue;
        out->failed |= paragraph.failed;
        wrap(px_buffer_slice(&paragraph), 0, 0, out);
        px_buffer_clear(&paragraph);
    }
    px_buffer_release(&paragraph);
}

static void option_row(const struct px_option *option, const char *formats, struct px_buffer *out)
{
    char left[64];
    char letter[8] = "    ";
    if (option->letter != 0)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    snprintf(left, sizeof left, "%s--%s%s%s", letter, option->name, option->argument == NULL ? "" : " ",
             option->argument == NULL ? "" : option->argument);
    struct px_buffer help = {0};
    px_buffer_string(&help, option->help);
    if (option->id == PX_OPTION_FORMAT && formats != NULL)
        px_buffer_printf(&help, ": %s", formats);
    if (option->id == PX_OPTION_FORMAT && formats != NULL && strchr(formats, '|') != NULL)
        px_buffer_printf(&help, " (default: %.*s)", (int)strcspn(formats, "|"), formats);
    size_t column = 4 + (strlen(left) > OPTION_COLUMN ? strlen(left) : OPTION_COLUMN);
    px_buffer_printf(out, "  %-*s  ", OPTION_COLUMN, left);
    out->failed |= help.failed;
    wrap(px_buffer_slice(&help), column, OPTION_COLUMN + 4, out);
    px_buffer_release(&help);
}

/* Calls for each line of `text`. */
static bool next_line(struct px_slice *text, struct px_slice *line)
{
    return px_slice_next(text, '\n', line);
}

static void examples(const struct px_command *command, const char *indent, struct px_buffer *out)
{
    struct px_slice rest = px_slice_from(command->examples);
    struct px_slice line;
    while (next_line(&rest, &line))
        px_buffer_printf(out, "%sparallax %.*s\n", indent, PX_SLICE_ARG(line));
}

void px_help_command(const struct px_command *command, struct px_buffer *out)
{
    px_buffer_printf(out, "usage: parallax %s %s\n\n", command->name, command->arguments);
    wrap_paragraphs(command->description, out);
    px_buffer_string(out, "\noptions\n");
    for (const uint8_t *id = command->options; *id != PX_OPTION_END; id++)
        option_row(px_option_by_id(*id), command->formats, out);
    option_row(px_option_by_id(PX_OPTION_HELP), NULL, out);
    px_buffer_string(out, "\nexamples\n");
    examples(command, "  ", out);
}

/* The summary stands below the arguments where these are long. */
static void write_command(const struct px_command *command, struct px_buffer *out)
{
    enum { SUMMARY_COLUMN = 40 };
    char left[80];
    snprintf(left, sizeof left, "  %-16s %s", command->name, command->arguments);
    px_buffer_printf(out, "%-*s", SUMMARY_COLUMN, left);
    if (strlen(left) >= SUMMARY_COLUMN)
        px_buffer_printf(out, "\n%*s", SUMMARY_COLUMN, "");
    wrap(px_slice_from(command->summary), SUMMARY_COLUMN, SUMMARY_COLUMN, out);
}

void px_help_program(struct px_buffer *out)
{
    px_buffer_string(out, "usage: parallax COMMAND [OPTION ...] [FILE ...]\n\n"
                          "Two outlets cover one event: parallax reads both articles and shows, side by\n"
                          "side and with evidence, how each words, sources and judges it.\n\ncommands\n");
    for (const struct px_command *command = px_command_table; command->name != NULL; command++)
        write_command(command, out);
    px_buffer_string(out, "\n'parallax help COMMAND' shows a command's options and examples. '-' is\n"
                          "standard input. Results go to standard output, messages to standard error.\n"
                          "Exit status: 0 done, 1 some inputs failed and are named, 2 usage, 3 could not\n"
                          "run.\n");
}

/* Text for roff: a leading dot or apostrophe and every backslash and hyphen are made safe. */
static void roff(struct px_slice text, struct px_buffer *out)
{
    if (text.size > 0 && (text.data[0] == '.' || text.data[0] == '\''))
        px_buffer_string(out, "\\&");
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\\' || text.data[i] == '-')
            px_buffer_byte(out, '\\');
        px_buffer_byte(out, text.data[i]);
    }
}

static void roff_string(const char *text, struct px_buffer *out)
{
    roff(px_slice_from(text), out);
}

/* Does another option bear this one's name, with another command? */
static bool shares_name(const struct px_option *option)
{
    size_t times = 0;
    for (const struct px_option *other = px_option_table; other->id != PX_OPTION_END; other++)
        times += strcmp(other->name, option->name) == 0;
    return times > 1;
}

/* "kwic: " in front of what the option means there, where it means something else with other commands. */
static void man_commands(const struct px_option *option, struct px_buffer *out)
{
    bool any = false;
    if (!shares_name(option))
        return;
    for (const struct px_command *command = px_command_table; command->name != NULL; command++) {
        if (!px_command_takes(command, option->id))
            continue;
        px_buffer_printf(out, "%s%s", any ? ", " : "", command->name);
        any = true;
    }
    px_buffer_string(out, ": ");
}

static void man_option(const struct px_option *option, struct px_buffer *out)
{
    px_buffer_string(out, ".TP\n");
    if (option->letter != 0)
        px_buffer_printf(out, "\\fB\\-%c\\fR, ", option->letter);
    px_buffer_string(out, "\\fB\\-\\-");
    roff_string(option->name, out);
    px_buffer_string(out, "\\fR");
    if (option->argument != NULL)
        px_buffer_printf(out, " \\fI%s\\fR", option->argument);
    px_buffer_byte(out, '\n');
    man_commands(option, out);
    roff_string(option->help, out);
    px_buffer_byte(out, '\n');
}

static void man_command(const struct px_command *command, struct px_buffer *out)
{
    px_buffer_printf(out, ".SS parallax %s ", command->name);
    roff_string(command->arguments, out);
    px_buffer_byte(out, '\n');
    struct px_slice rest = px_slice_from(command->description);
    struct px_slice line;
    while (next_line(&rest, &line)) {
        if (line.size == 0)
            px_buffer_string(out, ".PP");
        roff(line, out);
        px_buffer_byte(out, '\n');
    }
    bool any = command->options[0] != PX_OPTION_END;
    px_buffer_string(out, any ? ".PP\nOptions:" : "");
    for (const uint8_t *id = command->options; *id != PX_OPTION_END; id++) {
        px_buffer_string(out, " \\-\\-");
        roff_string(px_option_by_id(*id)->name, out);
        if (*id == PX_OPTION_FORMAT && command->formats != NULL)
            px_buffer_printf(out, " %s", command->formats);
    }
    px_buffer_string(out, any ? ".\n" : "");
    px_buffer_string(out, ".PP\n.nf\n.RS\n");
    rest = px_slice_from(command->examples);
    while (next_line(&rest, &line)) {
        px_buffer_string(out, "parallax ");
        roff(line, out);
        px_buffer_byte(out, '\n');
    }
    px_buffer_string(out, ".RE\n.fi\n");
}

void px_help_man(struct px_buffer *out)
{
    px_buffer_printf(
        out,
        ".TH PARALLAX 1 \"\" \"parallax %s\" \"User commands\"\n.SH NAME\nparallax \\- two outlets, one event, side by "
        "side\n"
        ".SH SYNOPSIS\n.B parallax\n.I COMMAND\n[\\fIOPTION\\fR ...] [\\fIFILE\\fR ...]\n.SH DESCRIPTION\n",
        PX_VERSION);
    roff_string("Reads articles about one event and shows, side by side and with evidence, how each words, sources and "
                "judges it. "
                "Results go to standard output, messages to standard error; - as a file is standard input.\n",
                out);
    px_buffer_string(out, ".SH COMMANDS\n");
    for (const struct px_command *command = px_command_table; command->name != NULL; command++)
        man_command(command, out);
    px_buffer_string(out, ".SH OPTIONS\n");
    for (const struct px_option *option = px_option_table; option->id != PX_OPTION_END; option++)
        man_option(option, out);
    px_buffer_string(
        out,
        ".SH EXIT STATUS\n0 done; 1 some inputs failed and are named; 2 usage; 3 could not run.\n"
        ".SH ENVIRONMENT\n.TP\n.B PARALLAX_LEXICONS\nfolder of language folders, when \\-\\-lexicons is not given\n"
        ".TP\n.B NO_COLOR\nno colour, whatever the terminal\n");
}

/* The second word of a command of two ("lexicon tune"), or NULL. */
static const char *second_word(const struct px_command *command)
{
    const char *space = strchr(command->name, ' ');
    return space == NULL ? NULL : space + 1;
}

/* Offers the options of the commands of one word, or of those of two. */
static void complete_options(bool two_words, struct px_buffer *out)
{
    for (const struct px_command *command = px_command_table; command->name != NULL; command++) {
        if ((second_word(command) != NULL) != two_words)
            continue;
        px_buffer_printf(out, two_words ? "  '%s') names='" : "  '%s '*) names='", command->name);
        for (const uint8_t *id = command->options; *id != PX_OPTION_END; id++)
            px_buffer_printf(out, "--%s ", px_option_by_id(*id)->name);
        px_buffer_string(out, "--help' ;;\n");
    }
}

static void complete_bash(struct px_buffer *out)
{
    px_buffer_string(out, "_parallax() {\n  local word=${COMP_WORDS[COMP_CWORD]} names\n"
                          "  case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n");
    complete_options(true, out);
    complete_options(false, out);
    px_buffer_string(out, "  esac\n  if [ \"$COMP_CWORD\" -eq 1 ]; then names='");
    for (const struct px_command *command = px_command_table; command->name != NULL; command++)
        if (second_word(command) == NULL)
            px_buffer_printf(out, "%s ", command->name);
    px_buffer_string(
        out, "--help --version'\n  elif [ \"$COMP_CWORD ${COMP_WORDS[1]}\" = '2 lexicon' ]; then names=\"$names");
    for (const struct px_command *command = px_command_table; command->name != NULL; command++)
        if (second_word(command) != NULL)
            px_buffer_printf(out, " %s", second_word(command));
    px_buffer_string(out, "\"\n  elif [ \"${word#-}\" = \"$word\" ]; then return; fi\n"
                          "  COMPREPLY=($(compgen -W \"$names\" -- \"$word\"))\n}\n"
                          "complete -o default -F _parallax parallax\n");
}

void px_shell_quote(const char *text, struct px_buffer *out)
{
    px_buffer_byte(out, '\'');
    for (; *text != '\0'; text++)
        px_buffer_string(out, *text == '\'' ? "'\\''" : (char[]){*text, '\0'});
    px_buffer_byte(out, '\'');
}

/* "complete ... -n CONDITION": has the command been given (true), or may it be given now? */
static void fish_condition(const struct px_command *command, bool given, struct px_buffer *out)
{
    const char *second = second_word(command);
    int first = second == NULL ? (int)strlen(command->name) : (int)(second - command->name - 1);
    if (given && second != NULL)
        px_buffer_printf(out,
                         "complete -c parallax -n '__fish_seen_subcommand_from %.*s; and "
                         "__fish_seen_subcommand_from %s'",
                         first, command->name, second);
    else if (given || second != NULL)
        px_buffer_printf(out, "complete -c parallax -n '__fish_seen_subcommand_from %.*s'", first, command->name);
    else
        px_buffer_string(out, "complete -c parallax -n __fish_use_subcommand");
}

static void complete_fish(struct px_buffer *out)
{
    for (const struct px_command *command = px_command_table; command->name != NULL; command++) {
        const char *second = second_word(command);
        fish_condition(command, false, out);
        px_buffer_printf(out, " -f -a %s -d ", second == NULL ? command->name : second);
        px_shell_quote(command->summary, out);
        px_buffer_byte(out, '\n');
        for (const uint8_t *id = command->options; *id != PX_OPTION_END; id++) {
            const struct px_option *option = px_option_by_id(*id);
            fish_condition(command, true, out);
            px_buffer_printf(out, " -l %s%s -d ", option->name, option->argument == NULL ? "" : " -r");
            px_shell_quote(option->help, out);
            px_buffer_byte(out, '\n');
        }
    }
}

static void complete_zsh(struct px_buffer *out)
{
    px_buffer_string(out, "#compdef parallax\nautoload -U +X bashcompinit && bashcompinit\n");
    complete_bash(out);
}

bool px_help_completion(const char *shell, struct px_buffer *out)
{
    if (strcmp(shell, "bash") == 0)
        complete_bash(out);
    else if (strcmp(shell, "zsh") == 0)
        complete_zsh(out);
    else if (strcmp(shell, "fish") == 0)
        complete_fish(out);
    else
        return false;
    return true;
}
