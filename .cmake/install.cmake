# Where things go below a prefix. The programs find what belongs to them from where they stand
# (../share/casustafel), so that nothing of a prefix or a source tree is compiled in.
set(CASUSTAFEL_SHARE share/casustafel)

install(TARGETS casustafel RUNTIME DESTINATION bin COMPONENT server)
install(DIRECTORY scenarios DESTINATION ${CASUSTAFEL_SHARE} COMPONENT server
        FILES_MATCHING PATTERN "*.yaml")
# The client for browsers, where it was built.
install(DIRECTORY build/web/page/ DESTINATION ${CASUSTAFEL_SHARE}/web COMPONENT server OPTIONAL)

install(TARGETS casustafel-client RUNTIME DESTINATION bin COMPONENT client)
install(FILES assets/package/casustafel-client.desktop DESTINATION share/applications
        COMPONENT client)
install(FILES assets/package/casustafel-client.svg
        DESTINATION share/icons/hicolor/scalable/apps COMPONENT client)
install(FILES assets/package/nl.casustafel.client.metainfo.xml DESTINATION share/metainfo
        COMPONENT client)

# What was looked up once cannot be overwritten afterwards.
target_link_options(casustafel PRIVATE LINKER:-z,relro,-z,now)
target_link_options(casustafel-client PRIVATE LINKER:-z,relro,-z,now)
