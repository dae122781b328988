package org.sanban.pages;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files under static/, served at {@code /assets/<version>/}: kept by browsers for a year, fetched anew when any of them changes. */
@Component
public class Assets implements WebMvcConfigurer {

    private final String version;

    Assets() throws IOException, NoSuchAlgorithmException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:static/**/*.*");
        Arrays.sort(files, Comparator.comparing(Resource::getDescription));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                digest.update(in.readAllBytes());
            }
        }
        version = HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    /** Changes with the content of the files; {@link Shell#assets()}. */
    public String version() {
        return version;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/" + version + "/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
