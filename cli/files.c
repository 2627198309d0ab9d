/* Input and output files. Inputs are never modified; outputs appear whole or not at all. */
#define _GNU_SOURCE
#include "cli.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* Extensions of Oracle sources as tools write them. */
static const char *const extensions[] = {
    "sql", "pls", "plsql", "pck", "pkg", "pks", "pkb",  "plb", "bdy", "spc", "spec", "body", "prc", "proc", "fnc", "func",
    "fun", "trg", "typ",   "tps", "tpb", "vw",  "view", "tab", "seq", "syn", "ddl",  "idx",  "con", "mv",   "pdc", NULL,
};

static const char *const rule_extensions[] = {"yml", "yaml", NULL};

static bool has_known_extension(const char *name, const char *const *known)
{
    const char *dot = strrchr(name, '.');
    for (const char *const *e = known; dot && *e; e++)
        if (strcasecmp(dot + 1, *e) == 0)
            return true;
    return false;
}

char *cli_join(const char *directory, const char *relative)
{
    size_t size = strlen(directory) + strlen(relative) + 2;
    char *result = malloc(size);
    if (!result)
        abort();
    snprintf(result, size, "%s/%s", directory, relative);
    return result;
}

char *cli_target_path(const char *path, const char *target, bool several, bool folder)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    char *result = NULL;
    if (!several)
        return strdup(path);
    if (folder || !dot || dot == path || (slash && dot <= slash + 1))
        dot = path + strlen(path);
    if (asprintf(&result, "%.*s%c%s%s", (int)(dot - path), path, folder ? '/' : '.', target, dot) < 0)
        abort();
    for (char *c = result + (dot - path); *c; c++)
        *c = *c == ':' ? '-' : *c;
    return result;
}

static void add_file(cli_files *files, const char *path, const char *relative, size_t size)
{
    files->items = realloc(files->items, (files->count + 1) * sizeof *files->items);
    if (!files->items)
        abort();
    files->items[files->count++] = (cli_file){strdup(path), strdup(relative), size};
}

static int skip_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* A file of a directory. What cannot be read as one (a link to nothing, a pipe) is an error, not a gap in the output. */
static bool add_regular(const cli_options *options, cli_files *files, const char *path, const char *relative)
{
    struct stat status;
    bool there = stat(path, &status) == 0;
    if (!there || !S_ISREG(status.st_mode)) {
        cli_error(options->chinese, "cannot read '%s': %s", path, there ? strerror(EINVAL) : strerror(errno));
        return false;
    }
    add_file(files, path, relative, (size_t)status.st_size);
    return true;
}

static bool collect_directory(const cli_options *options, cli_files *files, const char *path, const char *relative, const char *const *known)
{
    struct dirent **entries;
    int count = scandir(path, &entries, skip_hidden, by_bytes);
    if (count < 0) {
        cli_error(options->chinese, "cannot read '%s': %s", path, strerror(errno));
        return false;
    }
    bool fine = true;
    for (int i = 0; i < count; i++) {
        char *child = cli_join(path, entries[i]->d_name);
        char *child_relative = *relative ? cli_join(relative, entries[i]->d_name) : strdup(entries[i]->d_name);
        struct stat status;
        if (fine && lstat(child, &status) == 0) {
            if (S_ISDIR(status.st_mode))
                fine = collect_directory(options, files, child, child_relative, known);
            else if (has_known_extension(child, known))
                fine = add_regular(options, files, child, child_relative);
        }
        free(child);
        free(child_relative);
        free(entries[i]);
    }
    free(entries);
    return fine;
}

static bool collect_path(const cli_options *options, cli_files *files, const char *path, const char *const *known)
{
    struct stat status;
    if (strcmp(path, "-") == 0) {
        add_file(files, "-", "stdin.sql", 0);
        return true;
    }
    if (stat(path, &status) != 0) {
        cli_error(options->chinese, "cannot read '%s': %s", path, strerror(errno));
        return false;
    }
    if (!S_ISDIR(status.st_mode)) {
        const char *slash = strrchr(path, '/');
        add_file(files, path, slash ? slash + 1 : path, (size_t)status.st_size);
        return true;
    }
    files->any_directory = true;
    size_t before = files->count;
    if (!collect_directory(options, files, path, "", known))
        return false;
    if (files->count == before) {
        cli_error(options->chinese, "no input files found in '%s'", path);
        return false;
    }
    return true;
}

static bool collect_all(const cli_options *options, cli_files *files, const char *const *known)
{
    memset(files, 0, sizeof *files);
    if (options->paths.count == 0) {
        cli_error(options->chinese, "no input given; try 'xinyi --help'");
        return false;
    }
    for (size_t i = 0; i < options->paths.count; i++)
        if (!collect_path(options, files, options->paths.items[i], known))
            return false;
    return true;
}

bool cli_collect(const cli_options *options, cli_files *files)
{
    return collect_all(options, files, extensions);
}

bool cli_collect_rules(const cli_options *options, cli_files *files)
{
    return collect_all(options, files, rule_extensions);
}

void cli_files_free(cli_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        free(files->items[i].path);
        free(files->items[i].relative);
    }
    free(files->items);
}

char *cli_read(const char *path, size_t *length)
{
    int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    struct stat status;
    size_t capacity = fstat(fd, &status) == 0 && status.st_size > 0 ? (size_t)status.st_size + 1 : 65536, used = 0;
    char *text = malloc(capacity);
    ssize_t got = 0;
    while (text && (got = read(fd, text + used, capacity - used)) > 0) {
        used += (size_t)got;
        if (used == capacity) {
            char *bigger = realloc(text, capacity *= 2);
            if (!bigger)
                free(text);
            text = bigger;
        }
    }
    int problem = errno;
    if (fd != STDIN_FILENO)
        close(fd);
    if (text && got < 0) {
        free(text);
        errno = problem;
        return NULL;
    }
    *length = used;
    return text;
}

static bool make_folders(const char *path)
{
    char *copy = strdup(path);
    bool fine = true;
    for (char *slash = strchr(copy + 1, '/'); slash && fine; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        fine = mkdir(copy, 0777) == 0 || errno == EEXIST;
        *slash = '/';
    }
    free(copy);
    return fine;
}

static bool write_all(int fd, const char *text, size_t length)
{
    while (length) {
        ssize_t done = write(fd, text, length);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        text += done;
        length -= (size_t)done;
    }
    return true;
}

/* Devices and pipes cannot be replaced by renaming. */
static bool write_special(const char *path, const char *text, size_t length)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool fine = write_all(fd, text, length);
    int problem = errno;
    if (close(fd) != 0 && fine)
        return false;
    errno = problem;
    return fine;
}

bool cli_write(const char *path, const char *text, size_t length)
{
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
        if (!S_ISDIR(status.st_mode))
            return write_special(path, text, length);
        errno = EISDIR;
        return false;
    }
    if (!make_folders(path))
        return false;
    char *temporary = NULL;
    if (asprintf(&temporary, "%s.XXXXXX", path) < 0)
        abort();
    int fd = mkstemp(temporary);
    bool fine = fd >= 0 && write_all(fd, text, length);
    int problem = errno;
    if (fd >= 0) {
        mode_t mask = umask(0);
        umask(mask);
        fchmod(fd, 0666 & ~mask);
        if (close(fd) != 0 && fine) {
            fine = false;
            problem = errno;
        }
        if (fine && rename(temporary, path) != 0) {
            fine = false;
            problem = errno;
        }
        if (!fine)
            unlink(temporary);
    }
    free(temporary);
    errno = problem;
    return fine;
}
