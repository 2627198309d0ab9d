/* Diagnostics and summary for people and for GitHub. */
#include "cli.h"

#include <string.h>

static const char *color_of(const char *severity)
{
    if (strcmp(severity, "error") == 0)
        return "\033[1;31m";
    if (strcmp(severity, "unsupported") == 0)
        return "\033[1;35m";
    return strcmp(severity, "review") == 0 || strcmp(severity, "warning") == 0 ? "\033[1;33m" : "\033[1;36m";
}

static void print_one(const cli_options *options, FILE *out, const char *path, const cli_diag *d)
{
    const char *on = options->color ? color_of(d->severity) : "", *off = options->color ? "\033[0m" : "";
    fprintf(out, "%s:%u:%u: %s%s%s: %s [%s%s%s]\n", path, d->line, d->column, on, d->severity, off, d->message, d->code, *d->rule ? " " : "", d->rule);
    fputs(d->caret, out);
    if (*d->advice)
        fprintf(out, "    = %s\n", d->advice);
}

void cli_print_diagnostics(const cli_options *options, FILE *out, const cli_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++)
        for (size_t d = 0; d < batch->items[i].diag_count; d++)
            print_one(options, out, batch->items[i].file->path, &batch->items[i].diags[d]);
}

void cli_print_encodings(const cli_options *options, FILE *out, const cli_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        const cli_outcome *file = &batch->items[i];
        if (!file->encoding || strcmp(file->encoding, "utf-8") == 0)
            continue;
        fprintf(out, "%s: ", file->file->path);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        fprintf(out, cli_say(options->chinese, "read as %s"), file->encoding);
#pragma GCC diagnostic pop
        fputc('\n', out);
    }
}

/* Workflow commands: %, CR, LF and in properties also : and , are escaped. */
static void print_github_text(FILE *out, const char *text, bool property)
{
    for (; *text; text++) {
        bool escape = *text == '%' || *text == '\r' || *text == '\n' || (property && (*text == ':' || *text == ','));
        if (escape)
            fprintf(out, "%%%02X", (unsigned char)*text);
        else
            fputc(*text, out);
    }
}

void cli_print_github(FILE *out, const cli_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++)
        for (size_t k = 0; k < batch->items[i].diag_count; k++) {
            const cli_diag *d = &batch->items[i].diags[k];
            bool note = strcmp(d->severity, "note") == 0, review = strcmp(d->severity, "review") == 0 || strcmp(d->severity, "warning") == 0;
            fprintf(out, "::%s file=", note ? "notice" : review ? "warning" : "error");
            print_github_text(out, batch->items[i].file->path, true);
            fprintf(out, ",line=%u,col=%u,endColumn=%u,title=%s::", d->line, d->column, d->end_column, d->code);
            print_github_text(out, d->message, false);
            fputc('\n', out);
        }
}

void cli_print_summary(const cli_options *options, FILE *out, const cli_batch *batch)
{
    size_t counts[5], units = 0;
    unsigned effort = 0;
    cli_count(batch, counts);
    for (size_t i = 0; i < 5; i++)
        units += counts[i];
    for (size_t i = 0; i < batch->count; i++)
        for (size_t d = 0; d < batch->items[i].diag_count; d++)
            effort += batch->items[i].diags[d].effort;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    fprintf(out, cli_say(options->chinese, "%s: %zu files, %zu units: "), batch->target, batch->count, units);
    for (size_t i = 0; i < 5; i++)
        fprintf(out, "%s%s %zu", i ? ", " : "", cli_say(options->chinese, cli_status_name((xy_unit_status)i)), counts[i]);
    fputs(options->chinese ? "；" : "; ", out);
    fprintf(out, cli_say(options->chinese, "human work left: %u minutes"), effort);
#pragma GCC diagnostic pop
    fputc('\n', out);
}
