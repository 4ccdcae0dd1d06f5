/* parallax: the program. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/leftover.h"
#include "base/stream.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/version.h"

/* Writes the buffer to standard output and gives the exit status. */
static int print(struct px_buffer *text)
{
    struct px_error error = {0};
    struct px_output *output = NULL;
    enum px_status done = text->failed ? px_no_memory(&error) : px_output_open(NULL, &output, &error);
    if (done == PX_OK)
        done = px_output_write(output, px_buffer_slice(text), &error);
    if (done == PX_OK)
        done = px_output_commit(output, &error);
    else
        px_output_close(output);
    px_buffer_release(text);
    if (done == PX_OK)
        return PX_EXIT_DONE;
    px_message_error(&error);
    return PX_EXIT_COULD_NOT_RUN;
}

static int usage_error(const struct px_command *command, const char *message)
{
    px_message("%s", message);
    if (command != NULL)
        fprintf(stderr, "usage: parallax %s %s\n", command->name, command->arguments);
    else
        fputs("usage: parallax COMMAND [OPTION ...] [FILE ...]; 'parallax help' lists the commands\n", stderr);
    return PX_EXIT_USAGE;
}

static int unknown_command(const char *word)
{
    char message[256];
    const char *nearest = px_command_nearest(word);
    if (nearest != NULL)
        snprintf(message, sizeof message, "unknown command '%.64s': did you mean '%s'?", word, nearest);
    else
        snprintf(message, sizeof message, "unknown command '%.64s'", word);
    return usage_error(NULL, message);
}

static int unexpected(const struct px_command *command, const char *word)
{
    char message[256];
    snprintf(message, sizeof message, "unexpected argument '%.64s'", word);
    return usage_error(command, message);
}

/* The command that the words name: "lexicon tune" goes before "lexicon". `*used` is the number of words taken, one where
 * they name none. */
static const struct px_command *find_command(char *const *words, size_t count, int *used)
{
    char both[64];
    const struct px_command *command = NULL;
    if (count > 1 && snprintf(both, sizeof both, "%s %s", words[0], words[1]) < (int)sizeof both)
        command = px_command_find(both);
    *used = command != NULL ? 2 : 1;
    return command != NULL ? command : px_command_find(words[0]);
}

int px_command_help(const struct px_options *options)
{
    struct px_buffer text = {0};
    int used = 0;
    const char *name = options->argument_count > 0 ? options->arguments[0] : NULL;
    const struct px_command *command =
        name == NULL ? NULL : find_command(options->arguments, options->argument_count, &used);
    if (name != NULL && command == NULL)
        return unknown_command(name);
    if (options->man || options->completion != NULL)
        used = 0;
    if (options->argument_count > (size_t)used)
        return unexpected(px_command_find("help"), options->arguments[used]);
    if (options->man)
        px_help_man(&text);
    else if (options->completion != NULL)
        px_help_completion(options->completion, &text);
    else if (command != NULL)
        px_help_command(command, &text);
    else
        px_help_program(&text);
    return print(&text);
}

static int version(void)
{
    struct px_buffer text = {0};
    px_buffer_printf(&text, "parallax %s\n", PX_VERSION);
    return print(&text);
}

static int run(const struct px_command *command, int argc, char **argv, char **arguments)
{
    struct px_options options;
    struct px_error error = {0};
    if (px_options_parse(command, argc, argv, arguments, &options, &error) != PX_OK)
        return usage_error(command, error.message);
    if (command == NULL && options.argument_count > 0 && (options.help || options.version))
        return unexpected(NULL, arguments[0]);
    if (options.version)
        return version();
    if (!options.help && command != NULL)
        return command->run(&options);
    struct px_buffer text = {0};
    if (command != NULL)
        px_help_command(command, &text);
    else
        px_help_program(&text);
    if (options.help)
        return print(&text);
    px_buffer_release(&text);
    return usage_error(NULL, "no command given");
}

/* Ends as the signal does, and leaves no half-written file behind. */
static void stop(int number)
{
    if (px_leftovers_postpone(number))
        return; /* a second one ends it at once */
    px_leftovers_remove();
    raise(number);
}

/* What whoever started the program wants ignored, as nohup does, stays so. */
static void handle_signals(void)
{
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
    const struct sigaction action = {.sa_handler = stop, .sa_flags = (int)SA_RESETHAND};
    struct sigaction before;
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        if (sigaction(ending[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(ending[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write error like any other */
}

int main(int argc, char **argv)
{
    handle_signals();
    const struct px_command *command = NULL;
    int skip = 1;
    if (argc > 1 && argv[1][0] != '-') {
        command = find_command(argv + 1, (size_t)argc - 1, &skip);
        if (command == NULL)
            return unknown_command(argv[1]);
        skip++;
    }
    char **arguments = calloc((size_t)argc + 1, sizeof *arguments);
    if (arguments == NULL) {
        px_message("out of memory");
        return PX_EXIT_COULD_NOT_RUN;
    }
    int status = run(command, argc - skip > 0 ? argc - skip : 0, argv + (argc < skip ? argc : skip), arguments);
    free(arguments);
    return status;
}
