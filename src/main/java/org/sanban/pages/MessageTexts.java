package org.sanban.pages;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** One bundle a module under {@code messages/}: {@code <module>.properties} is Chinese, {@code <module>_en.properties} English. */
@Configuration(proxyBeanMethods = false)
class MessageTexts {

    @Bean
    MessageSource messageSource() throws IOException {
        return new Bundle(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"));
    }

    /** The language from a cookie, the zone from the office: dates typed and shown are the office's. */
    @Bean
    LocaleResolver localeResolver(@Value("${sanban.zone}") ZoneId zone) {
        CookieLocaleResolver resolver = new CookieLocaleResolver("SANBAN_LANG");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setDefaultTimeZone(TimeZone.getTimeZone(zone));
        LocaleContextHolder.setDefaultTimeZone(TimeZone.getTimeZone(zone));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }
}
