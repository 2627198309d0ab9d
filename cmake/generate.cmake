# Sources that are made at build time: sets GENERATED_SOURCES and GENERATED_HEADERS.
# What is not in the tree is left out, so that a part of the tree builds too.

# The tool runs on the build machine: no sanitizers, whatever the preset.
file(GLOB GEN_SOURCES CONFIGURE_DEPENDS grammar/gen/*.c)
add_executable(xy_gen ${GEN_SOURCES})
target_include_directories(xy_gen PRIVATE lib ${YAML_INCLUDE_DIR})
target_link_libraries(xy_gen PRIVATE ${YAML_LIBRARY})

set(GENERATED_SOURCES)
set(GENERATED_HEADERS)

# xy_from_yaml(<subcommand> <file.yml> <outputs>...)
macro(xy_from_yaml subcommand input)
    if(EXISTS ${CMAKE_SOURCE_DIR}/${input})
        set(outputs)
        foreach(name ${ARGN})
            list(APPEND outputs ${GENERATED}/gen/${name})
        endforeach()
        add_custom_command(
            OUTPUT ${outputs}
            COMMAND xy_gen ${subcommand} ${CMAKE_SOURCE_DIR}/${input} ${GENERATED}/gen
            DEPENDS xy_gen ${CMAKE_SOURCE_DIR}/${input}
            COMMENT "${input}" VERBATIM)
        foreach(name ${ARGN})
            if(name MATCHES "\\.c$")
                list(APPEND GENERATED_SOURCES ${GENERATED}/gen/${name})
            else()
                list(APPEND GENERATED_HEADERS ${GENERATED}/gen/${name})
            endif()
        endforeach()
    endif()
endmacro()

xy_from_yaml(nodes grammar/nodes.yml nodes.c nodes.h)
xy_from_yaml(keywords grammar/keywords.yml keywords.c tokens.h tokens.y)
xy_from_yaml(messages grammar/messages.yml messages.c messages.h)

# Lexers: grammar/x.re -> gen/x.c. Bytes in, so no --utf8.
file(GLOB LEXERS CONFIGURE_DEPENDS grammar/*.re)
foreach(lexer ${LEXERS})
    get_filename_component(name ${lexer} NAME_WE)
    add_custom_command(
        OUTPUT ${GENERATED}/gen/${name}.c
        COMMAND ${RE2C} -i -W --no-generation-date -o ${GENERATED}/gen/${name}.c ${lexer}
        DEPENDS ${lexer} COMMENT "grammar/${name}.re" VERBATIM)
    list(APPEND GENERATED_SOURCES ${GENERATED}/gen/${name}.c)
    set_source_files_properties(${GENERATED}/gen/${name}.c PROPERTIES COMPILE_OPTIONS "-Wno-conversion;-Wno-unused-label;-Wno-unused-but-set-variable")
endforeach()

# The parser: fragments in the order of their names, with the generated tokens as if they were 10_tokens.y.
file(GLOB FRAGMENTS CONFIGURE_DEPENDS grammar/parser/*.y)
if(FRAGMENTS)
    list(SORT FRAGMENTS)
    set(before)
    set(after)
    foreach(fragment ${FRAGMENTS})
        get_filename_component(name ${fragment} NAME)
        if(name STRLESS "10_tokens.y")
            list(APPEND before ${fragment})
        else()
            list(APPEND after ${fragment})
        endif()
    endforeach()
    add_custom_command(
        OUTPUT ${GENERATED}/gen/parser.y
        COMMAND xy_gen join ${GENERATED}/gen/parser.y ${before} ${GENERATED}/gen/tokens.y ${after}
        DEPENDS xy_gen ${FRAGMENTS} ${GENERATED}/gen/tokens.y COMMENT "gen/parser.y" VERBATIM)
    add_custom_command(
        OUTPUT ${GENERATED}/gen/parser.c ${GENERATED}/gen/parser.h
        COMMAND ${BISON} -Wall -Wcounterexamples -Werror=conflicts-sr -Werror=conflicts-rr --defines=${GENERATED}/gen/parser.h
                --xml=${GENERATED}/gen/parser.xml -o ${GENERATED}/gen/parser.c ${GENERATED}/gen/parser.y
        DEPENDS ${GENERATED}/gen/parser.y COMMENT "gen/parser.c" VERBATIM)
    list(APPEND GENERATED_SOURCES ${GENERATED}/gen/parser.c)
    list(APPEND GENERATED_HEADERS ${GENERATED}/gen/parser.h)
    # Bison's code is not ours to check, and clang needs many minutes for it with that sanitizer.
    set_source_files_properties(${GENERATED}/gen/parser.c PROPERTIES COMPILE_OPTIONS "-Wno-conversion;-Wno-shadow;-Wno-unused-but-set-variable;-Wno-type-limits;-Wno-unused-function;-fno-sanitize=undefined")
endif()

# Rules, targets and runtime functions travel inside the library.
file(GLOB_RECURSE EMBEDDED RELATIVE ${CMAKE_SOURCE_DIR}/rules CONFIGURE_DEPENDS rules/*.yml rules/*.sql)
list(SORT EMBEDDED)
list(TRANSFORM EMBEDDED PREPEND ${CMAKE_SOURCE_DIR}/rules/ OUTPUT_VARIABLE EMBEDDED_PATHS)
add_custom_command(
    OUTPUT ${GENERATED}/gen/embedded.c
    COMMAND xy_gen embed xy_embedded ${CMAKE_SOURCE_DIR}/rules ${EMBEDDED} ${GENERATED}/gen/embedded.c
    DEPENDS xy_gen ${EMBEDDED_PATHS} COMMENT "gen/embedded.c" VERBATIM)
list(APPEND GENERATED_SOURCES ${GENERATED}/gen/embedded.c)
