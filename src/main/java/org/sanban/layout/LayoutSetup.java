package org.sanban.layout;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sanban.layout.fonts.Fonts;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where the core meets Spring: an office's fonts and figures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LayoutSetup.FontSettings.class, LayoutSetup.Settings.class})
class LayoutSetup {

    /**
     * {@code sanban.fonts.*}.
     *
     * @param directory the office's own fonts and those that {@code bin/fonts} fetched
     * @param list its own list of files by role, laid over {@code layout/fonts.yaml}
     * @param system look where the system keeps its fonts, too
     */
    @ConfigurationProperties("sanban.fonts")
    record FontSettings(@DefaultValue("var/fonts") Path directory, @Nullable Path list, @DefaultValue("true") boolean system) {}

    /** {@code sanban.layout.file}: the office's figures, laid over the standard's and the house's. */
    @ConfigurationProperties("sanban.layout")
    record Settings(@Nullable Path file) {}

    @Bean
    Typesetting typesetting(FontSettings fonts, Settings layout) {
        return new Typesetting(new Fonts(fonts.directory(), fonts.list(), fonts.system()), Figures.read(layout.file()));
    }
}
