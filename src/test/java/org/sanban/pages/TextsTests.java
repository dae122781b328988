package org.sanban.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Alongside;

/** Every word the product says exists in both languages, and none of them stands in a template or in code. */
@Alongside
class TextsTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path CODE = Path.of("src/main/java");

    /** A whole key where a text is asked for; keys that are put together end in a dot, a dash or an underscore. */
    private static final Pattern ASKED = Pattern.compile(
            "(?:\\bt|\\btexts\\(\\)\\.of|\\btexts\\.of|Objection\\.of|new Navigation|Navigation\\.act|Flash\\.(?:done|warn)|Refused\\.unless)"
                    + "\\(\\s*(?:[^\"();]*(?:\\([^()]*\\))*[^\"();]*,\\s*|\"[A-Z]\",\\s*)?\"([a-z][a-z0-9]*\\.[A-Za-z0-9._-]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("message\\s*=\\s*\"\\{([A-Za-z0-9._-]+)}\"");
    /** Here Chinese is data: what is looked for in a paper, and the product's own name. The demo office's staff write in Chinese, too. */
    private static final Set<String> DATA = Set.of("SecrecyScan.java", "Welcome.java");

    private static final Path DEMO = CODE.resolve("org/sanban/demo");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'", Pattern.DOTALL);

    @Test
    void everyBundleSaysTheSameInBothLanguages() {
        List<String> differences = new ArrayList<>();
        for (String bundle : bundles()) {
            Set<String> chinese = load(bundle).stringPropertyNames();
            Set<String> english = load(bundle + "_en").stringPropertyNames();
            chinese.stream().filter(key -> !english.contains(key)).forEach(key -> differences.add(key + " is not English"));
            english.stream().filter(key -> !chinese.contains(key)).forEach(key -> differences.add(key + " is not Chinese"));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void noKeyStandsTwice() {
        List<String> twice = new ArrayList<>();
        for (String bundle : bundles()) {
            for (String file : List.of(bundle, bundle + "_en")) {
                Map<String, Long> count = lines(MESSAGES.resolve(file + ".properties")).stream()
                        .filter(line -> line.matches("[A-Za-z][^=]*=.*"))
                        .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf('=')).strip(), Collectors.counting()));
                count.forEach((key, n) -> {
                    if (n > 1) {
                        twice.add(file + ": " + key);
                    }
                });
            }
        }
        assertThat(twice).isEmpty();
    }

    /** These are given a name or a reason in both languages; each text takes its own. */
    private static final Set<String> NAMED_TWICE = Set.of(
            "workflow.refusal.nobody-held", "workflow.refusal.pick-one", "workflow.refusal.pick-somebody", "workflow.refusal.no-head",
            "checking.refusal.open-finding", "checking.refusal.question-open");

    @Test
    void bothLanguagesTakeTheSameArguments() {
        List<String> wrong = new ArrayList<>();
        for (String bundle : bundles()) {
            Properties chinese = load(bundle);
            Properties english = load(bundle + "_en");
            for (String key : chinese.stringPropertyNames()) {
                try {
                    if (english.containsKey(key) && !NAMED_TWICE.contains(key) && !arguments(chinese.getProperty(key)).equals(arguments(english.getProperty(key)))) {
                        wrong.add(key);
                    }
                } catch (IllegalArgumentException e) {
                    wrong.add(key + ": " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTextThatIsAskedForExists() {
        Set<String> known = new TreeSet<>();
        bundles().forEach(bundle -> known.addAll(load(bundle).stringPropertyNames()));
        Map<String, String> missing = new HashMap<>();
        Stream.concat(files(TEMPLATES, ".jte"), files(CODE, ".java")).forEach(file -> {
            String source = withoutComments(read(file));
            for (Pattern pattern : List.of(ASKED, MESSAGE)) {
                Matcher asked = pattern.matcher(source);
                while (asked.find()) {
                    String key = asked.group(1);
                    if (!known.contains(key) && !isPrefix(source, asked)) {
                        missing.put(key, file.getFileName().toString());
                    }
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void noChineseStandsInATemplateOrInCode() {
        List<String> found = new ArrayList<>();
        files(TEMPLATES, ".jte").forEach(file -> {
            if (HAN.matcher(read(file).replaceAll("(?s)<%--.*?--%>", "")).find()) {
                found.add(file.toString());
            }
        });
        files(CODE, ".java").filter(file -> !DATA.contains(file.getFileName().toString()) && !file.getParent().equals(DEMO)).forEach(file -> {
            Matcher parts = COMMENT_OR_TEXT.matcher(read(file));
            while (parts.find()) {
                if (!parts.group().startsWith("/") && HAN.matcher(parts.group()).find()) {
                    found.add(file.getFileName() + ": " + parts.group());
                }
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void noTemplateCarriesAScriptOrAStyleOfItsOwn() {
        Pattern own = Pattern.compile("(?i)\\sstyle\\s*=|<style\\b|\\son[a-z]+\\s*=\\s*[\"']|<script(?![^>]*\\bsrc=)|\\bhx-on|javascript:");
        assertThat(files(TEMPLATES, ".jte").filter(file -> own.matcher(read(file)).find()).toList()).isEmpty();
    }

    private static String withoutComments(String source) {
        return COMMENT_OR_TEXT.matcher(source).replaceAll(part -> part.group().startsWith("/") ? "" : Matcher.quoteReplacement(part.group()));
    }

    /** The rest of the key is put together: {@code "ui.urgency." + urgency}. */
    private static boolean isPrefix(String source, Matcher asked) {
        return asked.group(1).matches(".*[._-]") && source.substring(asked.end()).stripLeading().startsWith("+");
    }

    /** What the words take, by their numbers. */
    private static Set<Integer> arguments(String text) {
        MessageFormat format = new MessageFormat(text);
        Set<Integer> numbers = new TreeSet<>();
        for (int n = 0; n < format.getFormatsByArgumentIndex().length; n++) {
            if (takes(text, n)) {
                numbers.add(n);
            }
        }
        return numbers;
    }

    private static boolean takes(String text, int number) {
        return Pattern.compile("\\{" + number + "[,}]").matcher(text).find();
    }

    private static List<String> bundles() {
        return files(MESSAGES, ".properties")
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.endsWith("_en"))
                .sorted()
                .toList();
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
