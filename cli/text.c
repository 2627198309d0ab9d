/* What the command itself says, in both languages. The library's messages come translated. */
#include "cli.h"

#include <stdarg.h>
#include <string.h>

static const struct {
    const char *en, *zh;
} texts[] = {
    {"cannot read '%s': %s", "无法读取“%s”：%s"},
    {"cannot write '%s': %s", "无法写入“%s”：%s"},
    {"no input files found in '%s'", "“%s”中没有可处理的文件"},
    {"option '%s' needs a value", "选项“%s”缺少取值"},
    {"unknown option '%s'; try 'xinyi --help'", "未知选项“%s”；请用 xinyi --help 查看用法"},
    {"option '%s' is not for this command; try 'xinyi --help'", "此命令不支持选项“%s”；请用 xinyi --help 查看用法"},
    {"no input given; try 'xinyi --help'", "没有指定输入；请用 xinyi --help 查看用法"},
    {"several inputs need -o DIRECTORY", "有多个输入时必须用 -o 指定输出目录"},
    {"'%s' is not a number of threads", "“%s”不是有效的线程数"},
    {"option '%s' does not take the value '%s'", "选项“%s”不接受取值“%s”"},
    {"'%s' and '%s' would be written to the same file; give the folder that holds both", "“%s”与“%s”会写入同一个文件；请改为给出同时包含两者的目录"},
    {"%s: the output would overwrite the input", "%s：输出会覆盖输入文件"},
    {"%s: the output has a character that %s cannot hold, at line %u, column %u: %s", "%s：输出中有 %s 无法表示的字符，位于第 %u 行第 %u 列：%s"},
    {"unknown encoding '%s'", "未知的编码“%s”"},
    {"%s: internal error: %s", "%s：内部错误：%s"},
    {"unknown code or rule '%s'", "没有编号或规则“%s”"},
    {"several targets need -o DIRECTORY", "有多个目标时必须用 -o 指定输出目录"},
    {"the target '%s' is given twice", "目标 '%s' 给了两次"},
    {"probe needs one --to TARGET", "probe 需要且只能有一个 --to 目标"},
    {"there is nothing to ask of target '%s'", "目标“%s”没有需要探测的内容"},
    {"converted", "已转换"},
    {"review", "需复核"},
    {"unsupported", "不支持"},
    {"unparsed", "未能解析"},
    {"skipped", "跳过"},
    {"names that neither the files nor the catalog declare: %zu", "文件和目录（--catalog）中都没有定义的名称：%zu 个"},
    {"table or view", "表或视图"},
    {"routine", "过程或函数"},
    {"type", "类型"},
    {"name", "名称"},
    {"%s: %zu files, %zu units: ", "%s：%zu 个文件，%zu 个单元："},
    {"read as %s", "按 %s 编码读取"},
    {"human work left: %u minutes", "剩余人工：约 %u 分钟"},
};

const char *cli_say(bool chinese, const char *id)
{
    if (chinese)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            if (strcmp(texts[i].en, id) == 0)
                return texts[i].zh;
    return id;
}

void cli_error(bool chinese, const char *format, ...)
{
    va_list arguments;
    fputs("xinyi: ", stderr);
    va_start(arguments, format);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    vfprintf(stderr, cli_say(chinese, format), arguments);
#pragma GCC diagnostic pop
    va_end(arguments);
    fputc('\n', stderr);
}
