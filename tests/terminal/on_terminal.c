/* on_terminal COLUMNS ROWS COMMAND...: runs the command with standard output on a terminal of that size, writes what it
 * writes there to standard output (lines ended by a line feed alone), and exits as it does. */
#define _XOPEN_SOURCE 700 /* posix_openpt */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static void stop(const char *what)
{
    perror(what);
    exit(3);
}

static _Noreturn void run(const char *terminal, char **arguments)
{
    struct winsize size = {.ws_col = (unsigned short)strtoul(arguments[1], NULL, 10),
                           .ws_row = (unsigned short)strtoul(arguments[2], NULL, 10)};
    int output = open(terminal, O_RDWR);
    if (output < 0 || ioctl(output, TIOCSWINSZ, &size) != 0 || dup2(output, STDOUT_FILENO) < 0)
        stop(terminal);
    execvp(arguments[3], arguments + 3);
    stop(arguments[3]);
    _exit(3);
}

int main(int argc, char **argv)
{
    char bytes[4096];
    int master = argc < 4 ? -1 : posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        stop("no terminal");
    const char *terminal = ptsname(master);
    int held = terminal == NULL ? -1 : open(terminal, O_RDWR | O_NOCTTY); /* lest the end come before the beginning */
    pid_t child = held < 0 ? -1 : fork();
    if (child == 0)
        run(terminal, argv);
    if (child < 0)
        stop("cannot start");
    close(held);
    for (ssize_t got; (got = read(master, bytes, sizeof bytes)) > 0;) /* ends with EIO when the child has gone */
        for (ssize_t i = 0; i < got; i++)
            if (bytes[i] != '\r' && putchar(bytes[i]) == EOF)
                stop("cannot write");
    int status;
    if (waitpid(child, &status, 0) < 0 || fflush(stdout) != 0)
        stop("cannot end");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 3;
}
