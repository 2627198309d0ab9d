# Installation: header, libraries, command, pkg-config and CMake package files.
include(CMakePackageConfigHelpers)

install(TARGETS xinyi xinyi_static EXPORT xinyi-targets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES lib/include/xinyi/xinyi.h ${GENERATED}/xinyi/version.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/xinyi)

configure_file(cmake/xinyi.pc.in ${CMAKE_BINARY_DIR}/xinyi.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/xinyi.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

set(PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/xinyi)
install(EXPORT xinyi-targets NAMESPACE xinyi:: DESTINATION ${PACKAGE_DIR})
configure_package_config_file(cmake/xinyi-config.cmake.in ${CMAKE_BINARY_DIR}/xinyi-config.cmake INSTALL_DESTINATION ${PACKAGE_DIR})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/xinyi-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/xinyi-config.cmake ${CMAKE_BINARY_DIR}/xinyi-config-version.cmake DESTINATION ${PACKAGE_DIR})
