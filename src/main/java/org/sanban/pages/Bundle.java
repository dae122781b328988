package org.sanban.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The texts of all modules together, in both languages: a page asks for some hundred of them, and each is found at the first look. A text
 * that English lacks is Chinese.
 */
final class Bundle extends AbstractMessageSource {

    private static final String ENGLISH_FILE = "_en.properties";

    /** @param plain as it is said without arguments */
    private record Text(String plain, MessageFormat format) {}

    private final Map<String, Text> chinese = new HashMap<>();
    private final Map<String, Text> english;

    /** @param files {@code <module>.properties} and {@code <module>_en.properties} */
    Bundle(Resource[] files) {
        List<Resource> sorted = Arrays.stream(files).sorted(Comparator.comparing(Resource::getFilename)).toList();
        sorted.stream().filter(f -> !isEnglish(f)).forEach(f -> load(f, chinese, Locale.SIMPLIFIED_CHINESE));
        english = new HashMap<>(chinese);
        sorted.stream().filter(Bundle::isEnglish).forEach(f -> load(f, english, Locale.ENGLISH));
    }

    private static boolean isEnglish(Resource file) {
        return Objects.requireNonNull(file.getFilename()).endsWith(ENGLISH_FILE);
    }

    private static void load(Resource file, Map<String, Text> into, Locale locale) {
        try {
            Properties texts = PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8));
            texts.forEach((key, text) -> {
                MessageFormat format = new MessageFormat((String) text, locale);
                into.put((String) key, new Text(format.format(new Object[0]), format));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Text text(String code, Locale locale) {
        return (locale.getLanguage().equals("en") ? english : chinese).get(code);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        Text text = text(code, locale);
        return text == null ? null : text.plain();
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        Text text = text(code, locale);
        return text == null ? null : text.format();
    }
}
