package org.sanban.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the command to the first page, what the processor did until then, and the memory after some hundred pages: Sanban's jar, extracted, with an AOT cache, beside a
 * minimal Spring Boot application with JPA treated the same way. Both find their database filled and migrated. Of Sanban also the memory when
 * fonts and dictionary are read and a paper is set, as every office that writes papers has it.
 */
final class Starting {

    private static final Path HERE = Path.of("target", "bench", "start");
    /** What a web application with JPA on PostgreSQL consists of. */
    private static final Pattern LIBRARIES = Pattern.compile("(spring-(core|beans|context|expression|aop|aspects|web|webmvc|tx|jdbc|orm|data-commons|data-jpa)-\\d.*"
            + "|spring-boot-(\\d|autoconfigure|web-server|webmvc|servlet|tomcat|jdbc|sql|hibernate|jpa|data-jpa|data-commons|transaction|persistence|http-converter|jackson).*"
            + "|tomcat-.*|hibernate-core-.*|hibernate-models-.*|jakarta\\..*|HikariCP-.*|postgresql-.*|jackson-.*|logback-.*|slf4j-api-.*|log4j-.*|jul-to-slf4j-.*|micrometer-(commons|observation)-\\d.*"
            + "|byte-buddy-\\d.*|classmate-.*|antlr4-runtime-.*|jboss-logging-.*|aspectjweaver-.*|snakeyaml-\\d.*|commons-logging-.*|jspecify-.*|jaxb-.*|txw2-.*|angus-activation-.*|istack-.*|jandex-.*)\\.jar");

    /** What the log says when they are. Late enough for the memory before to be measured. */
    private static final String READ = "Fonts and dictionary are read";
    private static final int READ_AFTER_SECONDS = 20;

    private record Application(String name, List<String> command) {}

    private final Server server;
    private final Figures figures;
    private final boolean quick;

    Starting(Server server, Figures figures, boolean quick) {
        this.server = server;
        this.figures = figures;
        this.quick = quick;
    }

    void run() {
        try {
            Files.createDirectories(HERE);
            List<Application> both = List.of(sanban(), minimal());
            for (Application one : both) {
                train(one);
            }
            for (int round = 1; round <= (quick ? 3 : 5); round++) {
                for (Application one : both) {
                    measure(one);
                }
            }
            figures.ratio("start_vs_minimal", "start_ms_sanban", "start_ms_minimal");
            figures.ratio("start_processor_vs_minimal", "start_processor_ms_sanban", "start_processor_ms_minimal");
            figures.ratio("rss_vs_minimal", "rss_mb_sanban", "rss_mb_minimal");
            figures.ratio("rss_with_fonts_vs_minimal", "rss_with_fonts_mb_sanban", "rss_mb_minimal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Application sanban() throws IOException, InterruptedException {
        List<String> command = application(server, "start_sanban", HERE);
        command.add("--sanban.layout.warm-up-after=" + READ_AFTER_SECONDS + "s");
        return new Application("sanban", command);
    }

    /** The extracted jar on a new database of that name, as arguments of java without options and port. */
    static List<String> application(Server server, String database, Path directory) throws IOException {
        server.create(database, "sanban_owner");
        List<String> command = installed(directory);
        command.addAll(database(server, database, "sanban_app"));
        command.addAll(List.of("--spring.flyway.url=" + server.url(database), "--spring.flyway.user=sanban_owner", "--spring.flyway.password="));
        return command;
    }

    /** The extracted jar as arguments of java, without its database. */
    static List<String> installed(Path directory) throws IOException {
        Path jar;
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            jar = built.filter(file -> file.getFileName().toString().matches("sanban-.*\\.jar")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("target/sanban-*.jar is not built"));
        }
        Path extracted = directory.resolve("sanban");
        Tools.said(List.of(Node.JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", extracted.toString()));
        return new ArrayList<>(List.of("-jar", extracted.resolve(jar.getFileName()).toString(), "--sanban.demo.papers=false", "--sanban.files.directory=" + directory.resolve("files")));
    }

    private Application minimal() throws IOException {
        Path jar = HERE.resolve("minimal.jar");
        Path classes = Path.of("target", "test-classes");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out); Stream<Path> all = Files.walk(classes.resolve("minimal"))) {
            // Spring looks for entities in folders, so the folder has an entry of its own.
            zip.putNextEntry(new JarEntry("minimal/"));
            zip.closeEntry();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> LIBRARIES.matcher(Path.of(entry).getFileName().toString()).matches()).collect(Collectors.joining(File.pathSeparator));
        server.create("start_minimal", "postgres");
        List<String> command = database(server, "start_minimal", "postgres");
        command.add("--spring.jpa.hibernate.ddl-auto=update");
        command.addAll(0, List.of("-classpath", jar + File.pathSeparator + libraries, "minimal.Minimal"));
        return new Application("minimal", command);
    }

    private static List<String> database(Server server, String name, String user) {
        return new ArrayList<>(List.of("--spring.datasource.url=" + server.url(name), "--spring.datasource.username=" + user, "--spring.datasource.password="));
    }

    private static void train(Application one) throws IOException, InterruptedException {
        one.command().addFirst(train(HERE, one.name(), one.command()));
    }

    /** The first run fills the database; the second is watched for the cache, which the application is then started with. */
    static String train(Path directory, String name, List<String> application) throws IOException, InterruptedException {
        Path cache = directory.resolve(name + ".aot");
        for (String option : List.of("-Xshare:auto", "-XX:AOTCacheOutput=" + cache)) {
            List<String> arguments = new ArrayList<>(List.of(option, "-Dspring.context.exit=onRefresh"));
            arguments.addAll(application);
            if (new Node(directory.resolve(name + ".log"), Node.freePort(), arguments).start().finish() != 0) {
                throw new IllegalStateException(name + " does not come up, see " + directory);
            }
        }
        return "-XX:AOTCache=" + cache;
    }

    private void measure(Application one) throws IOException, InterruptedException {
        Path log = HERE.resolve(one.name() + ".log");
        Files.deleteIfExists(log);
        try (Node node = new Node(log, Node.freePort(), one.command())) {
            long began = System.nanoTime();
            node.start().ready();
            figures.sample("start_ms_" + one.name(), (System.nanoTime() - began) / 1e6);
            figures.sample("start_processor_ms_" + one.name(), processor(node.pid()));
            Load.run(node.port(), 4, 400, no -> Line.get("/login", "none=0"));
            Thread.sleep(2_000);
            if (!read(log)) {
                figures.sample("rss_mb_" + one.name(), resident(node.pid()));
            }
            if (one.name().equals("sanban")) {
                measureWithFonts(node, log);
            }
        }
    }

    private void measureWithFonts(Node node, Path log) throws IOException, InterruptedException {
        long latest = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!read(log)) {
            if (System.nanoTime() > latest) {
                System.out.println("  without fonts on this machine, or too slow for it: see " + log);
                return;
            }
            Thread.sleep(200);
        }
        figures.sample("rss_with_fonts_mb_sanban", resident(node.pid()));
    }

    /** Whatever stands in the log, and half written as it may be. */
    private static boolean read(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1).contains(READ);
    }

    private static double processor(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElseThrow().toMillis();
    }

    private static double resident(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
        }
    }
}
